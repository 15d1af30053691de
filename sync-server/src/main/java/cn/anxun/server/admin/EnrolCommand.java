package cn.anxun.server.admin;

import cn.anxun.core.sync.EnrolmentLink;
import cn.anxun.server.auth.Enrolments;
import cn.anxun.server.command.ExitCode;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code enrol}: makes a code with which one phone becomes a device of an account, as words and as
 * a QR.
 */
@Command(name = "enrol")
public final class EnrolCommand extends AdminCommand {
  @Parameters(paramLabel = "USER")
  private String account = "";

  @Option(names = "--bureau", paramLabel = "BUREAU", required = true)
  private String bureau = "";

  @Option(names = "--address", paramLabel = "URL")
  private @Nullable URI address;

  @Override
  int run(Office open) {
    String code = open.directory().enrolments().createCode(account, bureau, open.actor());
    say("admin.enrol-code", account, code, Long.toString(Enrolments.VALID.toHours()));
    Optional<URI> reached = Optional.ofNullable(address).or(open::address);
    if (reached.isEmpty()) {
      say("admin.enrol-no-address");
      return ExitCode.OK;
    }
    say("admin.enrol-address", reached.get());
    Optional<String> pinned =
        "https".equals(reached.get().getScheme()) ? open.fingerprint() : Optional.empty();
    pinned.ifPresent(fingerprint -> say("admin.enrol-fingerprint", fingerprint));
    EnrolmentLink link = new EnrolmentLink(List.of(reached.get().toString()), code, pinned);
    out().println(QrText.of(link.toString()));
    return ExitCode.OK;
  }
}
