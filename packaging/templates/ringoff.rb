class Ringoff < Formula
  desc "@DESCRIPTION@"
  homepage "@ADDRESS@"
  version "@VERSION@"
  license any_of: ["MIT", "Apache-2.0"]

  on_linux do
    on_intel do
      url "@ADDRESS@/ringoff-@VERSION@-x86_64-unknown-linux-musl.tar.gz"
      sha256 "@SUM_LINUX@"
    end
    on_arm do
      url "@ADDRESS@/ringoff-@VERSION@-aarch64-unknown-linux-musl.tar.gz"
      sha256 "@SUM_LINUX_ARM@"
    end
  end

  def install
    bin.install "ringoff"
    man1.install Dir["man/*.1"]
    bash_completion.install "completions/ringoff.bash" => "ringoff"
    zsh_completion.install "completions/ringoff.zsh" => "_ringoff"
    fish_completion.install "completions/ringoff.fish"
  end

  test do
    assert_match version.to_s, shell_output("#{bin}/ringoff --version")
    assert_match "day 0", shell_output("#{bin}/ringoff due --from 2026-11-05 --days 3..5 --region MY-14")
  end
end
