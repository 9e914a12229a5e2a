//! `ringoff scan --how`: how the export of an app is made.

use serde_json::{Value, json};

use crate::{
    catalogue::{ExportGuide, export_guide, export_guides},
    cli::{
        failure::{Failure, nearest_hint},
        output::Output,
    },
    text::{Text, pad, width},
};

/// Tells about one export, or which ones are known.
pub(super) fn run(text: &Text, name: Option<&str>) -> Result<Output, Failure> {
    let Some(name) = name else { return Ok(list(text)) };
    let guide = export_guide(name).ok_or_else(|| unknown(text, name))?;
    let lines = [guide.name.clone()].into_iter().chain(text.export_guide(guide));
    let told = lines.collect::<Vec<_>>().join("\n");
    Ok(Output::new(told, json!({ "export": entry(text, guide) })))
}

fn list(text: &Text) -> Output {
    let all = export_guides();
    let wide = all.iter().map(|one| width(&one.id)).max().unwrap_or_default();
    let row = |one: &ExportGuide| {
        let held = text.get(&format!("ui-export-{}", one.group.word()));
        format!("{}  {}  {held}  {}", pad(&one.id, wide), one.name, one.file)
    };
    let head = text.get("cli-scan-how-list").into_owned();
    let rows: Vec<String> = [head].into_iter().chain(all.iter().map(row)).collect();
    let data: Vec<Value> = all.iter().map(|one| entry(text, one)).collect();
    Output::new(rows.join("\n"), json!({ "exports": data }))
}

fn entry(text: &Text, guide: &ExportGuide) -> Value {
    let lang = text.lang();
    let steps: Vec<&str> = guide.steps.iter().map(|step| step.get(lang)).collect();
    let sources: Vec<Value> = (guide.sources.iter())
        .map(|one| {
            json!({
                "title": one.title, "address": one.address, "date": one.date,
                "confidence": one.confidence.word(),
            })
        })
        .collect();
    json!({
        "id": guide.id, "name": guide.name, "holds": guide.group.word(), "file": guide.file,
        "formats": guide.formats, "steps": steps,
        "trap": guide.trap.as_ref().map(|words| words.get(lang)),
        "url": guide.address, "sources": sources,
    })
}

fn unknown(text: &Text, name: &str) -> Failure {
    let message = text.with("cli-scan-how-unknown", &[("name", name.into())]);
    let ids = export_guides().iter().map(|one| one.id.as_str());
    Failure::not_found(message).hint(nearest_hint(text, name, ids))
}
