//! The evidence page in a real browser: quiet, alone, whole, at home on a phone
//! and on paper. Where no Chromium is installed it is passed over, unless
//! `RINGOFF_TEST_ALL` says that it has to be there.

#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]

use std::{
    env, fs,
    path::Path,
    process::{Command, Output},
};

use tempfile::TempDir;

/// A page with a frame as wide as a phone, which tells what it finds in it.
const PHONE: &str = r#"<!doctype html><meta charset="utf-8">
<iframe id="page" src="pack.html" style="width:390px;height:844px;border:0"></iframe>
<pre id="wide"></pre><pre id="lang"></pre><pre id="text"></pre><script>
page.onload = () => {
  const found = page.contentDocument;
  wide.textContent = found.documentElement.scrollWidth;
  lang.textContent = found.documentElement.lang + found.documentElement.dir;
  text.textContent = found.body.innerText;
};
</script>"#;

fn ringoff(args: &[&str], folder: &Path) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ringoff"));
    command.args(args).env_clear().current_dir(folder).env("HOME", folder);
    command.env("RINGOFF_NOW", "2026-11-05T02:00:00Z").env("TZ", "Asia/Kuala_Lumpur");
    let output = command.env("RINGOFF_FILE", folder.join("book.ron")).output().expect("runs");
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
}

fn browser(args: &[&str], page: &str, folder: &Path) -> Option<Output> {
    let mut command = Command::new("chromium");
    command.current_dir(folder).env("HOME", folder);
    command.args(["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]);
    command.args(["--no-first-run", "--disable-background-networking", "--disable-sync"]);
    command.args(["--disable-component-update", "--host-resolver-rules=MAP * ~NOTFOUND"]);
    command.arg(format!("--user-data-dir={}", folder.join("profile").display()));
    command.args(args).arg(format!("file://{}", folder.join(page).display()));
    match command.output() {
        Ok(output) => Some(output),
        Err(error) => {
            assert!(env::var_os("RINGOFF_TEST_ALL").is_none(), "chromium: {error}");
            None
        }
    }
}

/// A made-up case with the longest of names.
fn pack(lang: &str) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path();
    ringoff(&["new", "--label", "KL 吉隆坡 <b>", "--number", "+60 12-345 6789"], at);
    let long = "a-name-that-is-far-too-long-for-any-phone-and-has-no-blank.example";
    ringoff(&["account", "add", long, "--kind", "bank"], at);
    let contact = ["contact", "add", "--channel", "hotline", "--reference", "DEMO-0001"];
    ringoff(&contact, at);
    ringoff(&["submit", "--anyway", "--reason", "made up"], at);
    ringoff(&["export", "html", "-o", "pack.html", "--lang", lang], at);
    fs::write(at.join("phone.html"), PHONE).expect("writes");
    folder
}

/// What stands in an element of the page that was dumped.
fn part<'a>(dump: &'a str, id: &str) -> &'a str {
    let (_, rest) = dump.split_once(&format!("<pre id=\"{id}\">")).expect("the element");
    rest.split_once("</pre>").expect("its end").0
}

#[test]
fn on_a_phone_nothing_is_cut_off() {
    for (lang, said) in [("en", "en"), ("zh-CN", "zh-CN"), ("ms", "ms")] {
        let folder = pack(lang);
        let args = ["--allow-file-access-from-files", "--virtual-time-budget=5000", "--dump-dom"];
        let Some(output) = browser(&args, "phone.html", folder.path()) else { return };
        let dump = String::from_utf8(output.stdout).expect("text");
        let wide: u32 = part(&dump, "wide").parse().expect("a width");
        assert!((1..=390).contains(&wide), "{wide} px wide");
        assert_eq!(part(&dump, "lang"), format!("{said}ltr"));
        let text = part(&dump, "text");
        for known in ["KL 吉隆坡 &lt;b&gt;", "any-phone", "DEMO-0001", "6789", "MY-14"] {
            assert!(text.contains(known), "{lang}: {known} in {text}");
        }
        assert!(!text.contains("345"), "the number is masked: {text}");
    }
}

#[test]
fn it_is_quiet_alone_and_fits_on_paper() {
    let folder = pack("zh-CN");
    let at = folder.path();
    let log = format!("--log-net-log={}", at.join("net.json").display());
    let pdf = format!("--print-to-pdf={}", at.join("pack.pdf").display());
    let args = ["--enable-logging=stderr", "--no-pdf-header-footer", &log, &pdf];
    let Some(output) = browser(&args, "pack.html", at) else { return };
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!said.contains("CONSOLE"), "{said}");
    let net = fs::read_to_string(at.join("net.json")).expect("a log");
    let asked = net.split("\"url\":\"").skip(1).filter_map(|rest| rest.split('"').next());
    // The browser asks its maker for the time and for news of its own.
    let own = |url: &&str| [".google.com/", ".googleapis.com/"].iter().any(|of| url.contains(of));
    let asked: Vec<&str> = asked.filter(|url| url.starts_with("http") && !own(url)).collect();
    assert!(asked.is_empty(), "{asked:?}");
    let pdf = fs::read(at.join("pack.pdf")).expect("a document");
    let pages = pdf.windows(12).filter(|part| *part == b"/Type /Page\n").count();
    // Three with the fonts this was written with: the case, its papers and
    // dates, its sources. Other fonts may need a little less or more.
    assert!((2..=4).contains(&pages), "{pages} pages");
}
