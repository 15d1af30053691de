package cn.anxun.server.admin;

import cn.anxun.server.auth.AuditEvent;
import cn.anxun.server.command.ExitCode;
import cn.anxun.server.yearend.ClosedFigure;
import cn.anxun.server.yearend.ClosedYear;
import cn.anxun.server.yearend.LateFigure;
import cn.anxun.server.yearend.YearClose;
import cn.anxun.server.yearend.YearOffice;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code close}: closes a year, or shows what was signed. */
@Command(name = "close")
public final class CloseCommand extends YearCommand {
  @Option(names = "--override", paramLabel = "REASON", defaultValue = "")
  private String override = "";

  @Option(names = "--new-edition", paramLabel = "REASON", defaultValue = "")
  private String newEdition = "";

  @Override
  int run(Office open) {
    YearOffice office = years(open);
    YearClose years = office.of(bureau);
    int before = years.list(year).size();
    YearClose.Request request = new YearClose.Request(year, override, newEdition);
    ClosedYear closed =
        office.close(bureau, request, pusher(open), AuditEvent.of(open.actor(), "year-closed"));
    say(
        closed.edition() > before ? "yearend.closed" : "yearend.closed-before",
        year,
        closed.edition(),
        closed.cutoff().seq(),
        closed.cutoff().date().toString(),
        closed.figures().size(),
        closed.head());
    printReasons(closed);
    List<ClosedYear> editions = years.list(year);
    if (editions.size() > 1) {
      printBoth(editions.get(editions.size() - 2), closed);
    }
    return ExitCode.OK;
  }

  private void printReasons(ClosedYear closed) {
    if (!closed.reason().isEmpty()) {
      say("yearend.reason", closed.reason());
    }
    if (!closed.override().isEmpty()) {
      say("yearend.override", closed.override());
      closed.overridden().forEach(finding -> out().println("  - " + finding));
    }
  }

  /** The figures that the further edition changed, with both values. */
  private void printBoth(ClosedYear earlier, ClosedYear later) {
    List<LateFigure> changed =
        earlier.figures().stream()
            .flatMap(
                was -> {
                  Optional<ClosedFigure> is = later.find(was.key());
                  return is.filter(now -> !now.agrees(was)).stream()
                      .map(now -> new LateFigure(was, now, List.of()));
                })
            .toList();
    printChanged(
        changed,
        texts().text("yearend.edition", earlier.edition()),
        texts().text("yearend.edition", later.edition()));
  }
}
