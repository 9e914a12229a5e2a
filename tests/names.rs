//! An account is called as the person's language calls it, wherever it is told.

use std::{
    fs,
    process::{Command, Stdio},
};

/// Accounts as they are added, and their names in each language.
const ACCOUNTS: [(&str, &str, &str); 4] = [
    ("Alipay", "Alipay", "支付宝"),
    ("微信", "WeChat", "微信"),
    ("Agricultural Bank of China", "Agricultural Bank of China", "农业银行"),
    ("淘宝", "Taobao", "淘宝"),
];

/// Everything that tells of accounts; `{dir}` is the folder.
const TOLD: [&[&str]; 16] = [
    &["account", "list"],
    &["account", "how", "alipay"],
    &["status"],
    &["status", "--json"],
    &["show"],
    &["show", "--json"],
    &["next"],
    &["agenda", "--all"],
    &["agenda", "--all", "--json"],
    &["remind", "--within", "8w"],
    &["findings"],
    &["findings", "--json"],
    &["history"],
    &["export", "md"],
    &["export", "html"],
    &["export", "ics"],
];

#[test]
fn an_account_has_one_name_in_each_language_wherever_it_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    let run = |lang: &str, args: &[&str]| -> String {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ringoff"));
        command.args(args).env_clear().env("HOME", folder.path()).env("RINGOFF_LANG", lang);
        command.env("RINGOFF_FILE", at("progress.ron")).env("XDG_STATE_HOME", at("state"));
        command.env("RINGOFF_NOW", "2026-11-05T10:00:00+08:00").env("TZ", "Asia/Kuala_Lumpur");
        let output = command.stdin(Stdio::null()).output().expect("runs");
        String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned()
    };
    run("en", &["new", "--number", "+60 12-345 6789"]);
    let names: Vec<&str> = ACCOUNTS.iter().map(|(typed, ..)| *typed).collect();
    run("en", &[&["account", "add"], names.as_slice()].concat());
    run("en", &["account", "set", "alipay", "waiting", "--until", "2026-11-20"]);
    run("en", &["account", "set", "taobao", "moved"]);
    let message = "<smses><sms address=\"1\" date=\"1762300000000\" type=\"1\" body=\"【京东】您的验证码是482913，请勿泄露。\"/>\
        <sms address=\"2\" date=\"1794200000000\" type=\"1\" body=\"【淘宝】您的验证码是482913，请勿泄露。\"/></smses>";
    fs::write(at("sms.xml"), message).expect("writes");
    let export = at("sms.xml");
    let export = export.to_str().expect("text");
    let english: Vec<&str> = ACCOUNTS.iter().map(|(_, name, _)| *name).chain(["JD.com"]).collect();
    let chinese: Vec<&str> = ACCOUNTS.iter().map(|(.., name)| *name).chain(["京东"]).collect();
    for (lang, other) in [("en", &chinese), ("ms", &chinese), ("zh-CN", &english)] {
        let mut told = run(lang, &["scan", export]);
        for args in TOLD {
            told.push_str(&run(lang, args));
        }
        told.push_str(&run(lang, &["account", "add", "alipay", "--kind", "bank"]));
        // Addresses, ids and the titles of other people's pages stay as they are: names are what
        // begins with a capital.
        let page = |line: &&str| line.contains("http") || line.contains(".com");
        let lines = told.lines().filter(|line| !page(line));
        for line in lines {
            for name in other {
                assert!(!line.contains(name), "{lang}: {name} in {line}");
            }
        }
        let own = if lang == "zh-CN" { &chinese } else { &english };
        for name in own {
            assert!(told.contains(name), "{lang}: {name} is missing");
        }
    }
}
