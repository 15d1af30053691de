package cn.anxun.server.doctor;

import static cn.anxun.server.doctor.CheckResult.bad;
import static cn.anxun.server.doctor.CheckResult.note;
import static cn.anxun.server.doctor.CheckResult.well;

import cn.anxun.server.backup.NightlyStanding;
import cn.anxun.server.backup.NightlyStanding.State;
import cn.anxun.server.doctor.CheckResult.Check;
import cn.anxun.server.serve.Serving;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Whether the server is reached as phones are told to reach it, and backed up. */
final class ServerChecks {
  /** Time enough to get another certificate. */
  private static final Duration CERTIFICATE_ENDS = Duration.ofDays(30);

  private final Machine machine;
  private final Map<URI, Heard> heard = new HashMap<>();

  /** What came of asking an address; one that does not answer takes seconds. */
  private record Heard(Optional<Machine.Answer> answer, String failure) {}

  /**
   * @param serving what the server that runs says of itself; empty where none does
   */
  record Asked(Optional<Serving> serving, int port, Optional<String> ownFingerprint) {}

  ServerChecks(Machine machine) {
    this.machine = machine;
  }

  /** Asks each address once, whatever is looked at in its answer. */
  private Machine.Answer ask(URI address) throws IOException {
    Heard known = heard.computeIfAbsent(address, this::listen);
    return known.answer().orElseThrow(() -> new IOException(known.failure()));
  }

  private Heard listen(URI address) {
    try {
      return new Heard(Optional.of(machine.ask(address)), "");
    } catch (IOException e) {
      return new Heard(Optional.empty(), String.valueOf(e.getMessage()));
    }
  }

  CheckResult port(Asked asked) {
    if (asked.serving().isEmpty()) {
      return machine.isFree(asked.port())
          ? note(Check.PORT, "free", asked.port())
          : bad(Check.PORT, "taken", asked.port());
    }
    URI address = asked.serving().get().address();
    try {
      Machine.Answer answer = ask(address);
      return answer.status() == 200
          ? well(Check.PORT, "well", address)
          : bad(Check.PORT, "ill", address, answer.status());
    } catch (IOException e) {
      return bad(Check.PORT, "silent", address, String.valueOf(e.getMessage()));
    }
  }

  /** The address that phones are told, from here; another network may see it otherwise. */
  CheckResult address(Asked asked) {
    Optional<URI> told = told(asked);
    if (told.isEmpty()) {
      return note(Check.ADDRESS, asked.serving().isEmpty() ? "not-running" : "unknown");
    }
    URI address = told.get();
    String host = address.getHost();
    Optional<String> resolved = machine.resolve(host);
    if (resolved.isEmpty()) {
      return bad(Check.ADDRESS, "no-such-name", address, host);
    }
    if (resolved.get().startsWith("127.") || resolved.get().equals("::1")) {
      return note(Check.ADDRESS, "loopback", address);
    }
    try {
      Machine.Answer answer = ask(address);
      if (!answer.product()) {
        return bad(Check.ADDRESS, "another", address);
      }
      return well(Check.ADDRESS, "well", address, resolved.get());
    } catch (IOException e) {
      return bad(Check.ADDRESS, "silent", address, String.valueOf(e.getMessage()));
    }
  }

  CheckResult certificate(Asked asked) {
    Optional<URI> told = told(asked);
    if (told.isEmpty()) {
      return note(Check.CERTIFICATE, "unknown");
    }
    if (!"https".equals(told.get().getScheme())) {
      return note(Check.CERTIFICATE, "plain");
    }
    try {
      return ask(told.get())
          .certificate()
          .map(shown -> judged(shown, asked))
          .orElseGet(() -> note(Check.CERTIFICATE, "unknown"));
    } catch (IOException e) {
      return note(Check.CERTIFICATE, "unknown");
    }
  }

  private CheckResult judged(Machine.Shown shown, Asked asked) {
    String until = MachineChecks.time(shown.until()).substring(0, 10);
    boolean lan = asked.serving().map(Serving::ownKey).orElse(false);
    if (lan && asked.ownFingerprint().filter(own -> !own.equals(shown.fingerprint())).isPresent()) {
      return bad(Check.CERTIFICATE, "other-key", asked.ownFingerprint().get(), shown.fingerprint());
    }
    if (shown.until().isBefore(machine.now())) {
      return bad(Check.CERTIFICATE, "over", until);
    }
    return shown.until().isBefore(machine.now().plus(CERTIFICATE_ENDS))
        ? note(Check.CERTIFICATE, "ends", until)
        : well(Check.CERTIFICATE, "well", until, shown.names());
  }

  private static Optional<URI> told(Asked asked) {
    return asked.serving().flatMap(Serving::phones);
  }

  /** As the console says it; the sentence is that of the nightly backup. */
  CheckResult backup(NightlyStanding standing, String sentence) {
    State state = standing.state();
    if (state == State.POSTGRES) {
      return note(Check.BACKUP, "says", sentence);
    }
    if (!standing.isWarning()) {
      return well(Check.BACKUP, "says", sentence);
    }
    return state == State.FAILED
        ? note(Check.BACKUP, "says", sentence)
        : bad(Check.BACKUP, "says", sentence);
  }
}
