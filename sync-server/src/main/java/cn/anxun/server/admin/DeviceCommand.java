package cn.anxun.server.admin;

import cn.anxun.core.entry.EntryProblem;
import cn.anxun.core.ledger.Role;
import cn.anxun.server.auth.Device;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.auth.Inbox;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.command.ExitCode;
import cn.anxun.server.inbox.InboxDesk;
import cn.anxun.server.paper.RevokedNumbers;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code device}: the enrolled phones, and what revoked ones handed over. */
@Command(
    name = "device",
    subcommands = {
      DeviceCommand.ListAll.class,
      DeviceCommand.Revoke.class,
      DeviceCommand.InboxOf.class
    })
public final class DeviceCommand extends GroupCommand {

  /** Lists the devices of a bureau. */
  @Command(name = "list")
  static final class ListAll extends AdminCommand {
    @Option(names = "--bureau", paramLabel = "BUREAU", required = true)
    private String bureau = "";

    @Override
    int run(Office open) {
      for (Device device : open.directory().devices().list(bureau)) {
        String revoked =
            device.revokedAt().map(at -> "\t" + texts().text("admin.revoked-at", at)).orElse("");
        out()
            .println(
                device.id()
                    + '\t'
                    + device.account()
                    + '\t'
                    + device.name()
                    + '\t'
                    + device.lastSeenAt()
                    + revoked);
      }
      return ExitCode.OK;
    }
  }

  /** Takes a phone's token out of force. */
  @Command(name = "revoke")
  static final class Revoke extends AdminCommand {
    @Parameters(paramLabel = "DEVICE")
    private String device = "";

    @Override
    int run(Office open) {
      open.directory().devices().revoke(device, open.actor());
      open.directory().devices().find(device).ifPresent(gone -> takeBackNumbers(open, gone));
      say("admin.device-revoked", device);
      return ExitCode.OK;
    }

    private static void takeBackNumbers(Office open, Device gone) {
      Grant grant = Grant.of(gone.bureau(), Role.ADMINISTRATOR);
      Principal asking = new Principal(open.actor(), open.actor(), grant, Principal.WEB, false);
      new RevokedNumbers(open.numbers()).takeBack(asking, gone.id());
    }
  }

  /** Shows what revoked devices handed over, and accepts or discards it. */
  @Command(name = "inbox")
  static final class InboxOf extends AdminCommand {

    /** What is to be done with all that is shown. */
    static final class Decided {
      @Option(names = "--accept")
      boolean accept;

      @Option(names = "--discard")
      boolean discard;
    }

    @Option(names = "--bureau", paramLabel = "BUREAU", required = true)
    private String bureau = "";

    @Option(names = "--device", paramLabel = "DEVICE", defaultValue = "")
    private String device = "";

    @ArgGroup(exclusive = true, multiplicity = "0..1")
    private @Nullable Decided decided;

    @Override
    int run(Office open) {
      List<Inbox.Item> items =
          open.directory().inbox().listUndecided(bureau).stream()
              .filter(item -> device.isEmpty() || item.device().equals(device))
              .toList();
      int failed = 0;
      for (Inbox.Item item : items) {
        out()
            .println(
                item.device()
                    + '\t'
                    + item.account()
                    + '\t'
                    + item.receivedAt()
                    + '\t'
                    + item.entry()
                    + decide(open, item));
        failed +=
            decided != null
                    && decided.accept
                    && open.ledgers().get(bureau).find(item.entry()).isEmpty()
                ? 1
                : 0;
      }
      say("admin.inbox-count", Integer.toString(items.size()));
      return failed == 0 ? ExitCode.OK : ExitCode.FAILED;
    }

    private String decide(Office open, Inbox.Item item) {
      if (decided == null) {
        return "";
      }
      InboxDesk desk = new InboxDesk(open.directory().inbox(), open.actor());
      if (decided.discard) {
        return "\t"
            + desk.discard(open.ledgers().get(bureau), item)
                .map(seq -> texts().text("admin.inbox-there-already", Long.toString(seq)))
                .orElseGet(() -> texts().text("admin.inbox-discarded"));
      }
      InboxDesk.Outcome outcome = desk.accept(open.ledgers().get(bureau), item);
      return "\t"
          + outcome
              .seq()
              .map(seq -> texts().text("admin.inbox-accepted", Long.toString(seq)))
              .orElseGet(
                  () ->
                      texts()
                          .text(
                              "admin.inbox-not-accepted",
                              outcome.problem().map(EntryProblem::message).orElse("")));
    }
  }
}
