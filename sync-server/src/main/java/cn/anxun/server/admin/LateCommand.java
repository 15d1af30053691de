package cn.anxun.server.admin;

import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.server.command.ExitCode;
import cn.anxun.server.yearend.LateEntries;
import picocli.CommandLine.Command;

/** {@code late}: what came after a year was closed and changes its figures. */
@Command(name = "late")
public final class LateCommand extends YearCommand {
  @Override
  int run(Office open) {
    LateEntries late = years(open).of(bureau).late(year);
    say(
        "yearend.late",
        year,
        late.closed().edition(),
        late.figures().size(),
        late.entries().size(),
        late.now().seq());
    if (!late.figures().isEmpty()) {
      printChanged(late.figures(), texts().text("yearend.signed"), texts().text("yearend.now"));
    }
    for (LedgerEntry entry : late.entries()) {
      out()
          .println(
              "  "
                  + entry.seq()
                  + '\t'
                  + entry.entry().kind().name()
                  + '\t'
                  + entry.entry().header().businessDate()
                  + '\t'
                  + entry.stamp().author()
                  + '\t'
                  + entry.stamp().at()
                  + '\t'
                  + entry.entry().subject());
    }
    return ExitCode.OK;
  }
}
