package cn.anxun.server.admin;

import cn.anxun.server.auth.Enrolments;
import cn.anxun.server.command.ExitCode;
import cn.anxun.server.enrolment.EnrolmentSlip;
import cn.anxun.server.enrolment.QrCode;
import java.net.URI;
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
    Enrolments enrolments = open.directory().enrolments();
    Optional<URI> reached = Optional.ofNullable(address).or(open.access()::address);
    if (reached.isEmpty()) {
      sayCode(enrolments.createCode(account, bureau, open.actor()));
      say("admin.enrol-no-address");
      return ExitCode.OK;
    }
    EnrolmentSlip slip =
        EnrolmentSlip.issue(
            enrolments, account, bureau, reached.get(), open.access().fingerprint(), open.actor());
    sayCode(slip.code());
    say("admin.enrol-address", reached.get());
    slip.link().fingerprint().ifPresent(pinned -> say("admin.enrol-fingerprint", pinned));
    out().println(QrCode.small(slip.link().toString()).text());
    return ExitCode.OK;
  }

  private void sayCode(String code) {
    say("admin.enrol-code", account, code, Long.toString(Enrolments.VALID.toHours()));
  }
}
