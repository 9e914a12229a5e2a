{ lib, rustPlatform, fetchurl, installShellFiles }:

rustPlatform.buildRustPackage {
  pname = "ringoff";
  version = "@VERSION@";

  src = fetchurl {
    url = "@ADDRESS@/ringoff-@VERSION@-source.tar.gz";
    hash = lib.fakeHash; # nix prints the right one at the first build
  };
  cargoHash = lib.fakeHash;

  nativeBuildInputs = [ installShellFiles ];
  # The tests on a pseudo terminal need programs that the sandbox does not have.
  doCheck = false;

  postInstall = ''
    $out/bin/ringoff man man
    installManPage man/*.1
    for shell in bash zsh fish; do
      $out/bin/ringoff completions $shell > ringoff.$shell
    done
    installShellCompletion ringoff.{bash,zsh,fish}
  '';

  meta = {
    description = "@DESCRIPTION@";
    license = with lib.licenses; [ mit asl20 ];
    mainProgram = "ringoff";
  };
}
