package cn.anxun.server.admin;

import cn.anxun.core.entry.EntryIds;
import cn.anxun.core.ledger.Role;
import cn.anxun.server.storage.Pusher;
import cn.anxun.server.text.TextTable;
import cn.anxun.server.yearend.LateFigure;
import cn.anxun.server.yearend.YearOffice;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine.Option;

/** A command about a year of a bureau. */
abstract class YearCommand extends AdminCommand {
  private static final String ACCOUNT = "command-line";
  private static final String NOT_IN_ACCOUNTS = "[^A-Za-z0-9._-]";
  private static final int LONGEST_ACCOUNT = 64;

  @Option(names = "--bureau", paramLabel = "BUREAU", required = true)
  String bureau = "";

  @Option(names = "--year", paramLabel = "YEAR", required = true)
  int year;

  final YearOffice years(Office open) {
    Clock clock = Clock.systemUTC();
    return new YearOffice(
        open.directory(), open.ledgers(), new EntryIds(clock, new SecureRandom()), clock);
  }

  /** Whoever may open the data directory is its administrator. */
  static Pusher pusher(Office open) {
    String account =
        open.actor().replace(ControlSocket.ACTOR, ACCOUNT + '.').replaceAll(NOT_IN_ACCOUNTS, "_");
    return new Pusher(
        account.substring(0, Math.min(account.length(), LONGEST_ACCOUNT)),
        Role.ADMINISTRATOR,
        ACCOUNT);
  }

  final void printChanged(List<LateFigure> figures, String before, String after) {
    TextTable table =
        new TextTable(
            List.of(TextTable.Align.LEFT, TextTable.Align.RIGHT, TextTable.Align.RIGHT),
            List.of(texts().text("yearend.figure"), before, after));
    for (LateFigure figure : figures) {
      table.row(List.of(figure.signed().name(), figure.signed().text(), figure.now().text()));
    }
    table.lines("  ").forEach(out()::println);
  }
}
