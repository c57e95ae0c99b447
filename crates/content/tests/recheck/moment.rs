//! The moment that `make` gives to a build (`tools/build_date.sh`).

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::scene::Scene;

const COMMITTED: &str = "1795305600";

/// The output of a command in a folder, isolated from the settings of this machine.
#[track_caller]
fn says(folder: &Path, command: &str, arguments: &[&str], epoch: Option<&str>) -> String {
    let mut command = Command::new(command);
    for name in [
        "GIT_DIR",
        "GIT_WORK_TREE",
        "GIT_INDEX_FILE",
        "SOURCE_DATE_EPOCH",
    ] {
        command.env_remove(name);
    }
    if let Some(epoch) = epoch {
        command.env("SOURCE_DATE_EPOCH", epoch);
    }
    let output = command
        .args(arguments)
        .current_dir(folder)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_SYSTEM", "/dev/null")
        .env("GIT_CEILING_DIRECTORIES", folder.parent().unwrap())
        .env("GIT_COMMITTER_DATE", format!("{COMMITTED} +0000"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{arguments:?}: {output:?}");
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

#[test]
fn a_build_counts_to_the_last_commit_as_long_as_the_content_is_that_commit_s() {
    let scene = Scene::new();
    let root = scene.root();
    let tools = root.join("tools");
    fs::create_dir_all(&tools).unwrap();
    let script = test_support::project().join("tools/build_date.sh");
    fs::copy(script, tools.join("build_date.sh")).unwrap();
    let moment = |epoch| says(root, "tools/build_date.sh", &[], epoch);
    let git = |arguments: &[&str]| says(root, "git", arguments, None);

    assert_eq!(moment(None), "", "without git");
    assert_eq!(moment(Some("5")), "5", "without git, but set");
    git(&["init", "--quiet"]);
    git(&["add", "."]);
    let who = [
        "-c",
        "user.name=Tester",
        "-c",
        "user.email=tester@example.org",
    ];
    let commit = ["commit", "--quiet", "--message", "All"];
    git(&[&who[..], &commit[..]].concat());
    assert_eq!(moment(None), COMMITTED);
    assert_eq!(moment(Some("")), COMMITTED);
    assert_eq!(moment(Some("5")), "5");
    scene.write("README.md", "Words that are not published.");
    assert_eq!(moment(None), COMMITTED);

    // Answers that were applied today are newer than the commit.
    let file = "content/helplines/example.toml";
    let text = scene.read(file);
    scene.write(file, &format!("{text}\n"));
    assert_eq!(moment(None), "", "with a file that was changed");
    scene.write(file, &text);
    scene.write("content/helplines/new.toml", &text);
    assert_eq!(moment(None), "", "with a new file");
}
