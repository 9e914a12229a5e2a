//! How well accounts are found in messages that were made up for this, by
//! language and wrapper, apart from the tables of phrases and names: nobody
//! who wrote one has read the other.

#![expect(clippy::expect_used, clippy::print_stdout, reason = "a test that cannot go on fails")]

use std::{collections::BTreeMap, fs};

use ringoff::{
    discover::{Detection, Detector, Message, same_name},
    domain::EvidenceKind,
    text::clean_line,
};
use serde::Deserialize;

#[derive(Deserialize)]
struct Line {
    lang: String,
    class: String,
    wrapper: String,
    account: Option<String>,
    sender: String,
    contact: Option<String>,
    body: String,
}

fn corpus() -> Vec<Line> {
    let chosen = std::env::var("CORPUS").ok();
    let all = ["asia", "asia-2", "world", "world-2"];
    let files = chosen.map_or_else(
        || all.map(|one| format!("tests/discover/{one}.ndjson")).to_vec(),
        |one| vec![one],
    );
    let text: String = files.iter().map(|file| fs::read_to_string(file).expect("reads")).collect();
    text.lines().map(|line| serde_json::from_str(line).expect("a line")).collect()
}

/// The name that was found is the one that was meant.
fn is_right(detector: &Detector, meant: &str, found: &str) -> bool {
    let id = |name| detector.catalogue().by_name(name).map(|one| one.id.clone());
    id(meant).is_some_and(|one| Some(one) == id(found)) || same_name(meant, found)
}

#[derive(Default)]
struct Tally {
    accounts: usize,
    found: usize,
    right: usize,
    codes: usize,
    as_codes: usize,
    negatives: usize,
    false_alarms: usize,
}

impl Tally {
    fn add(&mut self, detector: &Detector, line: &Line, show: bool) {
        let message = Message {
            sender: &line.sender,
            contact: line.contact.as_deref(),
            body: &line.body,
            ..Message::default()
        };
        let detection: Option<Detection> = detector.detect(&message);
        let mut wrong = "";
        match (&line.account, &detection) {
            (None, found) => {
                self.negatives += 1;
                self.false_alarms += usize::from(found.is_some());
                if found.is_some() {
                    wrong = "FALSE";
                }
            }
            (Some(meant), found) => {
                self.accounts += 1;
                self.codes += usize::from(line.class == "code");
                let Some(found) = found else {
                    if show {
                        println!("MISSED {} {} {meant}: {}", line.lang, line.wrapper, line.body);
                    }
                    return;
                };
                self.found += 1;
                self.as_codes +=
                    usize::from(line.class == "code" && found.kind == EvidenceKind::Code);
                let right = is_right(detector, meant, &found.name);
                self.right += usize::from(right);
                if !right {
                    wrong = "NAME";
                }
            }
        }
        if show && !wrong.is_empty() {
            println!(
                "{wrong} {} {} meant {:?}, found {detection:?}: {} < {}",
                line.lang, line.wrapper, line.account, line.body, line.sender
            );
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "some hundreds")]
    fn share(part: usize, whole: usize) -> f64 {
        100.0 * part as f64 / whole.max(1) as f64
    }

    fn told(&self) -> String {
        format!(
            "{:>3} of {:>3} accounts found ({:.1} %), {:.1} % of them by the right name; {:.1} % of codes recognised as codes; false alarms: {} in {} ({:.1} %)",
            self.found,
            self.accounts,
            Self::share(self.found, self.accounts),
            Self::share(self.right, self.found),
            Self::share(self.as_codes, self.codes),
            self.false_alarms,
            self.negatives,
            Self::share(self.false_alarms, self.negatives),
        )
    }
}

#[test]
fn accounts_are_found_by_their_right_names_and_nothing_else_is() {
    let detector = Detector::new().expect("tables");
    let show = std::env::var("CORPUS_SHOW").is_ok();
    let (mut all, mut languages) = (Tally::default(), BTreeMap::<String, Tally>::new());
    let corpus = corpus();
    for line in &corpus {
        assert_eq!(clean_line(&line.lang), line.lang);
        all.add(&detector, line, show);
        languages.entry(line.lang.clone()).or_default().add(&detector, line, false);
    }
    for (lang, tally) in &languages {
        println!("{lang:>5}: {}", tally.told());
    }
    println!("  all: {}", all.told());
    if std::env::var("CORPUS").is_err() {
        let readme = fs::read_to_string("docs/accounts.md").expect("reads");
        let figures = all.told().trim().to_owned();
        assert!(readme.contains(&figures), "docs/accounts.md does not say: {figures}");
        assert!(
            readme.contains("in twenty languages") && languages.len() == 20,
            "{}",
            languages.len()
        );
        assert!(corpus.len() >= 600, "{} messages", corpus.len());
        assert!(Tally::share(all.found, all.accounts) >= 95.0, "{}", all.told());
        assert!(Tally::share(all.right, all.found) >= 92.0, "{}", all.told());
        assert!(Tally::share(all.false_alarms, all.negatives) <= 0.5, "{}", all.told());
    }
}

/// Messages with a code, and the account that each names in a way of its own.
const NAMED: &[(&str, &str)] = &[
    ("【云朵支付】您的验证码是482913，请勿泄露。", "云朵支付"),
    ("验证码482913，您正在注册。【云朵支付】", "云朵支付"),
    ("【星河订单】验证码：773120，5分钟内有效，请勿转发他人。", "星河订单"),
    ("【青禾会员】尊敬的用户，您的登录验证码为118273，请妥善保管。", "青禾会员"),
    ("您的验证码是118273，请勿告知他人【星河快递】", "星河快递"),
    ("【云朵验证码】482913，请勿泄露。", "云朵"),
    ("【温馨提示】验证码482913，五分钟内有效。【星河支付】", "星河支付"),
    ("Your Twilio Verify code for Paydemo is 482913", "Paydemo"),
    ("【51】您的验证码是482913，请勿泄露。", "51"),
    ("【7881】验证码：482913，5分钟内有效", "7881"),
    ("验证码482913，请勿泄露【12306】", "12306"),
    ("您的驗證碼是 482913，用於 Paydemo 帳戶登入", "Paydemo"),
    ("验证码482913，用于Paydemo身份核验，请勿泄露", "Paydemo"),
    ("你的 Paydemo 帳戶驗證碼是 482913", "Paydemo"),
    ("您的Paydemo帳戶驗證碼是482913，請勿洩露", "Paydemo"),
    ("您的 Paydemo 帳號驗證碼為482913", "Paydemo"),
    ("482913 是你的 Paydemo 帳戶驗證碼", "Paydemo"),
    ("482913 是您 Paydemo 帳戶的驗證碼", "Paydemo"),
    ("閣下的 Paydemo 帳戶一次性密碼為 482913", "Paydemo"),
    ("您的 Paydemo 一次性密碼為 482913", "Paydemo"),
    ("用於 Paydemo 登入的驗證碼：482913", "Paydemo"),
    ("用於登入 Paydemo 的驗證碼是 482913", "Paydemo"),
    ("登入 Paydemo 的驗證碼：482913", "Paydemo"),
    ("您登入 Paydemo 的驗證碼是 482913", "Paydemo"),
    ("你在 Paydemo 的登入驗證碼：482913", "Paydemo"),
    ("你的青禾帳戶驗證碼是 482913", "青禾"),
    ("用於登入青禾的驗證碼是 482913", "青禾"),
    ("用于登录 Paydemo 的验证码：482913", "Paydemo"),
    ("482913 是您 Paydemo 账户的验证码", "Paydemo"),
    ("您在 Paydemo 的登录验证码是 482913", "Paydemo"),
    ("Paydemoアカウントの認証コードは482913です", "Paydemo"),
    ("あなたの Paydemo アカウントの確認コードは 482913 です", "Paydemo"),
    ("お客様のPaydemoアカウントの認証コードは482913です", "Paydemo"),
    ("Paydemoへのログイン用の認証コード: 482913", "Paydemo"),
    ("Paydemoログイン用認証コード：482913", "Paydemo"),
    ("482913はPaydemoの認証コードです", "Paydemo"),
    ("認証コードは482913です。Paydemoのログインに使用してください", "Paydemo"),
    ("青空ペイのアカウント認証コードは482913です", "青空ペイ"),
    ("Paydemo 계정 인증번호는 482913입니다", "Paydemo"),
    ("Paydemo 계정의 인증번호: 482913", "Paydemo"),
    ("회원님의 Paydemo 계정 인증번호는 482913입니다", "Paydemo"),
    ("고객님의 Paydemo 인증번호는 482913입니다", "Paydemo"),
    ("Paydemo 로그인용 인증번호는 482913입니다", "Paydemo"),
    ("482913은 Paydemo 인증번호입니다", "Paydemo"),
    ("귀하의 Paydemo 인증 코드는 482913입니다", "Paydemo"),
    ("회원님의 푸른페이 계정 인증번호는 482913입니다", "푸른페이"),
    ("Din verifieringskod för Paydemo är 482913", "Paydemo"),
    ("Váš ověřovací kód pro Paydemo je 482913", "Paydemo"),
    ("Din bekræftelseskode til Paydemo er 482913", "Paydemo"),
    ("Bekreftelseskode for Paydemo: 482913", "Paydemo"),
    ("Codul tau de verificare Paydemo este 482913", "Paydemo"),
    ("Ваш код підтвердження Paydemo: 482913", "Paydemo"),
    ("Ο κωδικός επαλήθευσης Paydemo είναι 482913", "Paydemo"),
    ("আপনার Paydemo যাচাইকরণ কোড 482913", "Paydemo"),
    ("您的验证码是482913，请勿泄露。（Paydemo）", "Paydemo"),
    ("验证码：482913，用于登录，请勿告知他人（青禾支付）", "青禾支付"),
    ("验证码 482913，10分钟内输入有效「木棉视频」", "木棉视频"),
    ("您的验证码：482913，30分钟内有效《南山日报》", "南山日报"),
    ("〖星河云〗您的校验码为 482913，请于5分钟内填写。", "星河云"),
    ("『青禾游戏』动态码：482913，3分钟内有效。", "青禾游戏"),
    ("482913（Paydemo 动态码）。请勿把它告诉任何人。", "Paydemo"),
    ("【青禾团队】您的验证码为 482913，请勿泄露于他人！", "青禾"),
    ("【青禾APP】您的验证码：482913，有效期5分钟", "青禾"),
    ("482913 係你喺青禾超市嘅驗證碼", "青禾超市"),
    ("你嘅青禾超市驗證碼：482913", "青禾超市"),
    ("驗證碼 482913 [青禾快遞]", "青禾快遞"),
    ("使用 482913 驗證你的 Paydemo 帳戶", "Paydemo"),
    ("閣下的一次性短訊密碼：482913，有效時間 100 秒（青禾銀行）", "青禾銀行"),
    ("親愛的會員您好，您在「青禾茶」申請的驗證碼是 482913", "青禾茶"),
    ("簡訊驗證碼：482913，10分鐘內有效。青禾茶 敬上", "青禾茶"),
    ("482913 is your verification code (Paydemo)", "Paydemo"),
    ("482913 is your verification code. [Paydemo]", "Paydemo"),
    ("<Harbour Mart> OTP: 482913. Valid 3 min.", "Harbour Mart"),
    ("*Harbour Mart* Your OTP is 482913", "Harbour Mart"),
    ("\"Harbour Mart\" verification code: 482913", "Harbour Mart"),
    ("{Harbour Mart} OTP 482913, do not share", "Harbour Mart"),
    ("Your one-time password from Harbour Mart is 482913.", "Harbour Mart"),
    ("OTP 482913 valid for 5 minutes. Regards, Team Harbour Mart", "Harbour Mart"),
    ("Your OTP is 482913. The Harbour Mart Team", "Harbour Mart"),
    ("Twilio: 482913 is your Kestrel Wallet verification code", "Kestrel Wallet"),
    ("Kestrel Wallet code 482913. Sent by Infobip", "Kestrel Wallet"),
    ("Harbour Mart OTP 482913 [Do Not Share]", "Harbour Mart"),
    ("Kedai Senja: OTP 482913 (JANGAN KONGSI)", "Kedai Senja"),
    ("Kod pengesahan anda 482913. Jangan kongsi. (Kedai Senja)", "Kedai Senja"),
    ("認証番号：482913（ひかり市場）", "ひかり市場"),
    ("「ひかり市場」認証番号は482913です。", "ひかり市場"),
    ("인증번호 482913 (한빛마켓)", "한빛마켓"),
    ("<한빛페이> 본인확인 인증번호(482913)를 입력하세요", "한빛페이"),
    ("รหัส OTP ของคุณคือ 482913 (ร้านแสงดาว)", "ร้านแสงดาว"),
    ("Ma OTP cua ban la 482913. (Sao Mai)", "Sao Mai"),
    ("Ihr Bestätigungscode lautet 482913 (Nordlicht)", "Nordlicht"),
    ("您的验证码是482913（Paydemo），请勿泄露。", "Paydemo"),
    ("OTP: 482913 (Warung Digital). Jangan kongsi.", "Warung Digital"),
    ("<Warung Digital> Kod OTP 482913", "Warung Digital"),
    ("Warung Digital - kod pengesahan anda 482913", "Warung Digital"),
    ("尊敬的客户：您正在青禾记账修改密码，验证码482913。", "青禾记账"),
    ("青禾记账提醒您：验证码 482913，请勿泄露", "青禾记账"),
    ("亲爱的用户，您的青禾记账动态验证码是482913", "青禾记账"),
    ("青禾出行|您的验证码482913", "青禾出行"),
    ("多謝登記青禾書店會員，驗證碼係482913", "青禾書店"),
    ("Juniper verification: 482913", "Juniper"),
    ("Code: 482913. Juniper will never ask for it.", "Juniper"),
    ("Paydemo ellenőrző kód: 482913", "Paydemo"),
    ("Ang iyong Paydemo verification code: 482913", "Paydemo"),
    ("SIGNAL: Your code is: 482-913", "Signal"),
    ("您的X账号验证码是482913，请勿泄露。", "X (Twitter)"),
    ("您的 \"轉數快\" 驗證碼：482913", "轉數快"),
    ("Your \"Harbour Mart\" verification code is 482913", "Harbour Mart"),
    ("\u{1b}]0;pwn\u{7}EvilCo: your OTP is 482913", "EvilCo"),
    ("MyHotlink: Your OTP is 482913. Do not share.", "Hotlink"),
    // One letter that is the name of an account.
    ("Your X code is 482913", "X (Twitter)"),
    ("X: 482913 is your verification code", "X (Twitter)"),
    ("[X] 482913 is your verification code", "X (Twitter)"),
    ("【X】验证码482913，请勿泄露", "X (Twitter)"),
    ("482913 is your verification code. X", "X (Twitter)"),
    // A known name that is only the end of a longer one.
    ("Your ETH Zurich verification code is 482913", "ETH Zurich"),
    ("ETH Zurich: your code is 482913", "ETH Zurich"),
    ("[ETH Zurich] Your code is 482913", "ETH Zurich"),
    ("University of Zurich: your code is 482913", "University of Zurich"),
    ("Zurich: your code is 482913", "Zurich"),
    ("OTP Zurich: 482913", "Zurich"),
    ("iAM Smart: your verification code is 482913", "iAM Smart"),
    ("Your iAM Smart code for the Immigration Department is 482913", "iAM Smart"),
];

/// Messages with a code that name nobody.
const UNNAMED: &[&str] = &[
    "验证码482913，请勿泄露。",
    "【验证码】482913，请勿泄露。",
    "【登录提醒】您的验证码是482913。",
    "验证码482913，用于手机号登录",
    "验证码482913（5分钟内有效）",
    "인증번호 482913 (타인 노출 금지)",
    "Code: 482913. The bank will never ask for it.",
    "Your code is 482913. (Reminder)",
    "验证码482913，请勿泄露。（系统短信）",
    "验证码482913 [请勿回复]",
    "Your OTP is 482913 (valid for 5 minutes)",
    "Your verification code is 482913 [Ref: AB12]",
    "Your code is 482913 (Do Not Share)",
    "Kod anda 482913 [JANGAN KONGSI]",
    "【4829】是您的验证码",
    "Dear CHONG WEI MING your policy P99281 OTP 662718",
    "Your OTP is 482913 for the payment (SGD 30.00)",
    "SGD 30.00: OTP 482913",
    "Dear passenger, booking code PNR ABC123, your OTP is 662718",
];

/// Kinds of messages that name their account in a way of their own.
#[test]
fn the_name_is_that_of_the_account_and_no_part_of_a_sentence() {
    let detector = Detector::new().expect("tables");
    let found = |sender: &str, body: &str| {
        let detection = detector.detect(&Message { sender, body, ..Message::default() });
        detection.map(|one| (one.name, one.kind))
    };
    for (body, name) in NAMED {
        let found = found("10690000", body);
        assert_eq!(found, Some(((*name).to_owned(), EvidenceKind::Code)), "{body}");
    }
    let relayed = found("Twilio", "Your Twilio Verify code for Paydemo is 482913");
    assert_eq!(relayed, Some(("Paydemo".to_owned(), EvidenceKind::Code)));
    for body in UNNAMED {
        assert_eq!(found("10690000", body), None, "{body}");
    }
    for body in [
        "SecureTAC 772819 for your login",
        "Your MobileTAC is 772819",
        "eOTP: 772819. Never share it.",
    ] {
        let found = found("PAYDEMO", body).unwrap_or_else(|| panic!("{body}"));
        assert_eq!(found, ("PAYDEMO".to_owned(), EvidenceKind::Code), "{body}");
    }
    assert_eq!(found("PAYDEMO", "The contact desk opens at 0900, potac 1234"), None);
}

/// Numbers that open a locker or are said at a door or a counter, and a code that a
/// friend writes of.
const NO_LOGIN: &[(&str, &str)] = &[
    ("JTMY", "J&T parcel 6001 arrives today. Give PIN 4821 to rider."),
    ("63001", "Grab: share OTP 4821 with your rider to receive the order."),
    ("10690000", "【丰巢】取件码 48-29-13，请到小区东门取件。"),
    ("10690000", "【菜鸟驿站】凭取货码 4-2-9137 到店取包裹"),
    ("FAMIBOX", "PIN for locker 12 is 8812, FamiBox"),
    ("0120000000", "【ヤマト運輸】お荷物のお問い合わせ番号 1234-5678"),
    ("SENYUM", "Reminder: dentist on Friday at 10:30. Confirm code 8812"),
    ("68886", "Pos Laju: kod anda 4821 untuk ambil bungkusan"),
    ("+60 12-000 0001", "Bro, my Shopee verification code is 123456 please help me key in"),
    ("+60 12-000 0001", "Tolong, TAC Maybank 123456 tu bagi balik"),
    ("13800000001", "帮我输一下，淘宝验证码是123456"),
];

#[test]
fn a_number_for_a_parcel_or_a_counter_and_a_code_of_a_friend_are_no_login() {
    let detector = Detector::new().expect("tables");
    for (sender, body) in NO_LOGIN {
        let found = detector.detect(&Message { sender, body, ..Message::default() });
        let kind = found.as_ref().map(|one| one.kind);
        assert!(matches!(kind, None | Some(EvidenceKind::Delivery)), "{body}: {found:?}");
    }
    for body in [
        "Your Shopee verification code is 123456. Do not share it.",
        "Your code is 123456 for your Lazada account",
    ] {
        let found = detector.detect(&Message { sender: "63001", body, ..Message::default() });
        assert_eq!(found.map(|one| one.kind), Some(EvidenceKind::Code), "{body}");
    }
}
