//! What people type, and what they mean by it.

use super::*;
use crate::catalogue::known;

/// Ids, and what is typed for each.
const TYPED: &[(&str, &str)] = &[
    ("x", "x | X | twitter | 推特 | tui te"),
    ("jd", "jd | 京东 | jingdong | jd.com"),
    (
        "hong-leong-bank",
        "hong leong | hong leong bank | HLB | hlb connect | 丰隆 | 豐隆銀行 | hlb.com.my",
    ),
    ("icbc", "工行 | icbc.com.cn | gongshang"),
    ("ccb", "建行 | jianshe"),
    ("cmb", "招行"),
    ("abc-china", "农行 | 農行 | nongye"),
    ("bank-of-china", "中行"),
    ("bank-of-communications", "交行 | jiaotong"),
    ("psbc", "邮储"),
    ("spdb", "浦发"),
    ("cmbc", "民生"),
    ("cib-china", "兴业"),
    ("everbright-bank", "光大"),
    ("ping-an", "平安"),
    ("cgb-china", "广发"),
    ("huaxia-bank", "华夏"),
    ("mybank-china", "网商"),
    ("webank", "微众"),
    ("alipay", "zhifub | zhifubao | zfb | ali pay | 支付寶 | alip | 支付"),
    ("wechat", "weixin | wx | wei xin | 微信支付 | wechat pay | wecha"),
    ("weibo", "微博 | weibo"),
    ("taobao", "taobao | tb | 淘宝"),
    ("pinduoduo", "pdd | 拼多多"),
    ("xiaohongshu", "xhs | 小红书 | rednote | red note"),
    ("douyin", "douyin | 抖音 | dy"),
    ("bilibili", "b站 | bili"),
    ("kuaishou", "ks"),
    ("meituan", "美团 | dianping | 大众点评"),
    ("eleme", "eleme | 饿了么"),
    ("didi", "didi | 滴滴"),
    ("china-railway-12306", "12306"),
    ("jiaoguan-12123", "12123"),
    ("china-tax", "个税 | 个人所得税"),
    ("chsi", "学信网"),
    ("sf-express", "顺丰 | shunfeng"),
    ("trip-com", "携程 | xiecheng | ctrip | trip"),
    ("qq", "qq"),
    ("qq-mail", "qq邮箱"),
    ("netease", "163 | 163邮箱 | 网易邮箱"),
    ("instagram", "ig | IG | insta | instagram | ins"),
    ("facebook", "fb | FB | 脸书 | faceboo"),
    ("facebook-messenger", "messenger"),
    ("whatsapp", "wa | whatsapp | ws | whatsap | wassap"),
    ("telegram", "tg | telegram | 电报 | 纸飞机 | tele"),
    ("youtube", "yt | youtube | 油管"),
    ("anthropic", "claude | claude.ai | Anthropic"),
    ("openai", "chatgpt | gpt | chat gpt | openai"),
    (
        "maybank",
        "m2u | mae | MAE | maybank | maybank2u | mbb | 马来亚银行 | 马银行 | maybank2u.com.my | maybank2u.com.my",
    ),
    ("cimb", "cimb | cimb clicks | cimb octo"),
    ("rhb", "rhb"),
    ("public-bank", "pbb | pbe | public bank | 大众银行"),
    ("ambank", "ambank"),
    ("bsn", "bsn"),
    ("bank-islam", "bank islam | bimb"),
    ("bank-rakyat", "bank rakyat"),
    ("affin-bank", "affin"),
    ("alliance-bank", "alliance"),
    ("ocbc", "ocbc"),
    ("uob", "uob"),
    ("hsbc", "hsbc | 汇丰"),
    ("standard-chartered", "sc | stanchart | 渣打"),
    ("scb-thailand", "scb"),
    ("citi", "citi | citibank | 花旗"),
    ("gxbank", "gx | gxbank | gx bank"),
    ("ryt-bank", "ryt"),
    ("bigpay", "bigpay | big pay"),
    ("touch-n-go", "tng | TnG | touch n go | touchngo | touch 'n go | touch and go | tngo"),
    ("grab", "grab | grabpay"),
    ("boost-my", "boost"),
    ("shopee", "shopee | shope"),
    ("shopeepay", "shopee pay | spay | s pay later"),
    ("lazada", "lazada | laz"),
    ("foodpanda", "foodpanda | panda"),
    ("airasia", "air asia | airasia | airasia move | 亚航"),
    ("malaysia-airlines", "mas | malaysia airlines"),
    ("kwsp", "kwsp | epf | EPF | i-akaun | iakaun"),
    ("lhdn", "lhdn | hasil | mytax"),
    ("perkeso", "perkeso | socso"),
    ("myjpj", "jpj | myjpj"),
    ("mysejahtera", "mysejahtera"),
    ("tnb", "tnb | mytnb"),
    ("unifi", "unifi"),
    ("astro", "astro"),
    ("ptptn", "ptptn"),
    ("asnb", "asnb | asb"),
    ("tabung-haji", "tabung haji | th"),
    ("setel", "setel"),
    ("petronas", "petronas"),
    ("myeg", "myeg"),
    ("jobstreet", "jobstreet"),
    ("carousell", "carousell"),
    ("mudah", "mudah"),
    ("shopback", "shopback"),
    ("luno", "luno"),
    ("google", "google | goo gle | 谷歌 | googl"),
    ("gmail", "gmail"),
    ("google-pay", "google pay | gpay"),
    ("apple", "apple | apple id | icloud | 苹果 | apple i"),
    ("microsoft", "microsoft | 微软 | msn"),
    ("outlook", "outlook | hotmail"),
    ("yahoo", "yahoo"),
    ("proton", "proton | protonmail"),
    ("discord", "discord | dc"),
    ("steam", "steam | 蒸汽"),
    ("epic-games", "epic"),
    ("playstation", "psn | ps | playstation"),
    ("nintendo", "switch | nintendo"),
    ("xbox", "xbox"),
    ("roblox", "roblox"),
    ("mihoyo", "genshin | 原神 | mihoyo | hoyoverse"),
    ("paypal", "paypal | pp | 贝宝 | paypal.com"),
    ("wise", "wise | transferwise"),
    ("revolut", "revolut"),
    ("binance", "binance | 币安"),
    ("okx", "okx | okex | 欧易"),
    ("bybit", "bybit"),
    ("coinbase", "coinbase"),
    ("htx", "htx | 火币"),
    ("kraken", "kraken"),
    ("amazon", "amazon | amzn | 亚马逊 | amazo"),
    ("aws", "aws"),
    ("netflix", "netflix | 奈飞"),
    ("spotify", "spotify"),
    ("ebay", "ebay"),
    ("tiktok", "tiktok | tik tok | tt"),
    ("snapchat", "snapchat | snap"),
    ("line", "line"),
    ("signal", "signal"),
    ("viber", "viber"),
    ("skype", "skype"),
    ("zoom", "zoom"),
    ("linkedin", "linkedin | 领英"),
    ("reddit", "reddit"),
    ("pinterest", "pinterest"),
    ("github", "github | gh"),
    ("uber", "uber"),
    ("airbnb", "airbnb"),
    ("agoda", "agoda"),
    ("booking-com", "booking | booking.com"),
    ("klook", "klook"),
    ("dbs", "dbs | paylah"),
    ("posb", "posb"),
    ("singpass", "singpass"),
    ("bochk", "bochk"),
    ("hang-seng", "hang seng | 恒生"),
    ("za-bank", "za | za bank | 众安银行"),
    ("payme-hsbc", "payme"),
    ("octopus", "八达通 | octopus"),
    ("alipayhk", "alipayhk | alipay hk"),
    ("esun-bank", "esun | 玉山"),
    ("jkopay", "街口"),
    ("line-pay", "line pay"),
    ("easycard", "悠遊付"),
    ("gojek", "gojek"),
    ("gcash", "gcash"),
    ("xianyu", "xianyu | 闲鱼"),
    ("dingtalk", "dingtalk | 钉钉"),
    ("feishu", "feishu"),
    ("baidu", "百度 | baidu | 百度网盘"),
    ("zhihu", "zhihu | 知乎"),
    ("douban", "douban"),
    ("unionpay", "yunshanfu | 云闪付"),
    ("china-12333", "12333"),
    ("china-antifraud", "国家反诈"),
];

/// What differs by a slip, ends inside of a name, or is an address.
const TAKEN_FOR: &[(&str, &str)] = &[
    ("googel", "google"),
    ("microsft", "microsoft"),
    ("maybnk", "maybank"),
    ("whatapp", "whatsapp"),
    ("facebok", "facebook"),
    ("tenaga", "tnb"),
    ("www.maybank2u.com.my", "maybank"),
    ("https://shopee.com.my/", "shopee"),
    ("Shopee (012-345 6789)", "shopee"),
    ("Shopee 012-345 6789", "shopee"),
    ("Shopee +60123456789", "shopee"),
    ("touch & go", "touch-n-go"),
];

/// What could be several, and one that is asked about.
const ASKED: &[(&str, &str)] = &[
    ("中信", "citic-bank"),
    ("中信", "ctbc"),
    ("gemini", "google"),
    ("gemini", "gemini"),
    ("aeon", "aeon-my"),
    ("boc", "bochk"),
    ("MS", "microsoft"),
    ("ms", "marks-and-spencer"),
    ("中银", "bank-of-china"),
    ("zhaoshang", "cmb"),
    ("hong", "hong-leong-bank"),
    ("Kopi", "kopi-kenangan"),
    ("chin", "china-life"),
];

/// What people call an account of their own.
const OWN: [&str; 13] = [
    "One",
    "gy",
    "maxis",
    "digi",
    "BOC Malaysia",
    "Maybank Singapore",
    "Chess club",
    "my landlord",
    "gym",
    "school",
    "work email",
    "Klinik Dr Tan",
    "",
];

fn id(meant: &Meant) -> Option<&str> {
    meant.sure().map(|one| one.id.as_str())
}

#[test]
fn what_people_type_is_taken_for_the_account_that_they_mean() {
    let mut count = 0;
    for (wanted, all) in TYPED {
        for typed in all.split(" | ") {
            assert_eq!(id(&known().meaning(typed)), Some(*wanted), "{typed}");
            let draft = known().draft(typed, Lang::En);
            let kind = known().by_id(wanted).map(|one| one.kind);
            assert_eq!(Some(draft.kind), kind, "{typed}");
            count += 1;
        }
    }
    assert!(count > 250, "{count}");
}

#[test]
fn a_slip_and_an_address_are_taken_for_the_account_that_they_mean() {
    for (typed, wanted) in TAKEN_FOR {
        assert_eq!(id(&known().meaning(typed)), Some(*wanted), "{typed}");
    }
    assert_eq!(known().draft("Judo hall (012-345 6789)", Lang::En).name, "Judo hall");
}

#[test]
fn every_name_of_every_account_means_it_in_every_language() {
    for one in known().all() {
        for name in one.names().chain(Lang::ALL.map(|lang| one.name_in(lang))) {
            let meant = known().meaning(name);
            assert!(matches!(meant, Meant::Named(_)), "{name}: {meant:?}");
            assert_eq!(id(&meant), Some(one.id.as_str()), "{name}");
        }
    }
}

#[test]
fn a_domain_or_what_a_name_sounds_like_never_means_another_account_alone() {
    let mut sure = 0;
    for one in known().all() {
        let forms = one.domains.iter().chain(&one.pinyin);
        for form in forms {
            let meant = known().meaning(form);
            let names = one.names().map(squeezed).collect::<Vec<_>>();
            let by_name = meant
                .sure()
                .is_some_and(|other| other.names().any(|name| squeezed(name) == squeezed(form)));
            let listed = meant.names(Lang::En).contains(&one.name_in(Lang::En));
            assert!(
                id(&meant) == Some(&*one.id) || listed || by_name,
                "{form}: {names:?} {meant:?}"
            );
            sure += usize::from(id(&meant) == Some(&*one.id));
        }
    }
    assert!(sure > 1800, "{sure}");
}

#[test]
fn what_could_be_several_is_asked_about_and_own_words_are_left_alone() {
    for (typed, one_of) in ASKED {
        let meant = known().meaning(typed);
        assert!(meant.sure().is_none(), "{typed}: {meant:?}");
        let Meant::OneOf(all) = meant else { panic!("{typed}: {meant:?}") };
        assert!(all.len() <= MOST);
        let ids: Vec<&str> = all.iter().map(|one| one.id.as_str()).collect();
        assert!(ids.contains(one_of), "{typed}: {ids:?}");
        assert_eq!(known().draft(typed, Lang::En).name, *typed, "as it was typed");
    }
    for typed in OWN {
        let meant = known().meaning(typed);
        assert!(matches!(meant, Meant::Unknown), "{typed}: {meant:?}");
    }
}

#[test]
fn a_known_account_of_another_place_keeps_its_name_and_gets_its_kind() {
    use crate::domain::AccountKind as K;
    for (typed, kind) in [
        ("BOC Malaysia", K::Bank),
        ("Maybank Singapore", K::Bank),
        ("汇丰中国", K::Bank),
        ("HSBC Hong Kong", K::Bank),
        ("CIMB Singapore", K::Bank),
        ("DBS Taiwan", K::Bank),
        ("中国银行马来西亚", K::Bank),
        ("Judo hall Malaysia", K::Other),
        ("Malaysia", K::Other),
    ] {
        let draft = known().draft(typed, Lang::En);
        assert_eq!((draft.name.as_str(), draft.kind), (typed, kind), "{typed}");
    }
    assert_eq!(id(&known().meaning("LHDN MyTax")), Some("lhdn"));
    assert_eq!(id(&known().meaning("M&S")), Some("marks-and-spencer"));
}

#[test]
fn a_short_form_is_listed_once_and_belongs_to_a_known_account() {
    use serde::Deserialize;

    #[derive(Deserialize)]
    struct Typed {
        account: String,
        typed: Vec<String>,
    }
    let source = std::fs::read_to_string("assets/accounts/typed.ron").expect("a file");
    let all: Vec<Typed> = crate::text::ron_options().from_str(&source).expect("reads");
    for Typed { account, typed } in all {
        assert!(known().by_id(&account).is_some(), "{account}");
        for form in typed {
            let meant = known().called(&form);
            assert!(meant.iter().any(|one| one.id == account), "{form} is a name of another one");
        }
    }
}
