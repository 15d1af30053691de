package cn.anxun.app.data.local;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;

/**
 * The numbers that this phone may give to papers, and the papers that it has issued. Never on the
 * main thread.
 */
public final class PaperNumbers {
  private final RoomPhoneStore store;
  private final NumberBlockTable table;

  @Inject
  public PaperNumbers(AnxunDatabase database, RoomPhoneStore store) {
    this.store = store;
    this.table = database.numberBlocks();
  }

  /** A number that was taken. */
  public record Taken(String block, int year, long serial) {}

  /**
   * Takes the next number. Within {@link RoomPhoneStore#inTransaction} it is taken only if the
   * transaction is; it is never taken twice.
   *
   * @return empty where no block of this device has one left
   */
  public Optional<Taken> take(String device, String paper, int year) {
    return store.inTransaction(
        () -> {
          NumberBlockRow open = table.findOpen(device, paper, year);
          if (open == null) {
            return Optional.<Taken>empty();
          }
          table.take(open.block());
          return Optional.of(new Taken(open.block(), year, open.next()));
        });
  }

  /** How many numbers are left. */
  public long left(String device, String paper, int year) {
    return table.left(device, paper, year);
  }

  /** Keeps a block from the server; one that is held already stays as far as it is used. */
  public void add(NumberBlockRow block) {
    store.inTransaction(
        () -> {
          table.add(block);
          return true;
        });
  }

  /** All blocks of this device, used up or not. */
  public List<NumberBlockRow> listBlocks(String device, String paper, int year) {
    return table.list(device, paper, year);
  }

  /** The server gave these numbers to another: they are not taken any more. */
  public void withdraw(String device, String paper, int year, long first, long last) {
    store.inTransaction(
        () -> {
          table.withdraw(device, paper, year, first, last);
          return true;
        });
  }

  /** From here on no number of this device is taken. */
  public void giveBack(String device) {
    store.inTransaction(
        () -> {
          table.giveBack(device);
          return true;
        });
  }

  /** What is given back and the server does not know of yet. */
  public List<NumberBlockRow> listReturning(String device) {
    return table.listReturning(device);
  }

  /** The server knows that the rest of this block is given back. */
  public void returned(String block) {
    store.inTransaction(
        () -> {
          table.close(block);
          return true;
        });
  }

  /** To be called in the transaction in which it is issued. */
  public void issued(String subject, String paper, String about) {
    table.put(new IssuedPaperRow(subject, paper, about));
  }

  /** Subjects of the papers issued on this phone, the latest first. */
  public List<String> listIssued(int count) {
    return subjects(table.listIssued(count));
  }

  /** Subjects of the papers of a visit or answering an order; those of others as far as pulled. */
  public List<String> listAbout(String about) {
    List<String> subjects = subjects(table.listIssuedAbout(about));
    for (String other : table.listHeldAbout(about)) {
      if (!subjects.contains(other)) {
        subjects.add(other);
      }
    }
    return subjects;
  }

  /**
   * Subjects of the papers of this sort whose visits found one of these hazards, or one that was
   * closed on this day or after it.
   *
   * @param sort as entries name it, such as 责令限期整改指令书
   * @param hazards at most 500
   */
  public List<String> listWithHazards(String sort, LocalDate since, List<String> hazards) {
    return table.listWithHazards(sort, since, hazards);
  }

  private static List<String> subjects(List<IssuedPaperRow> rows) {
    List<String> subjects = new ArrayList<>(rows.size());
    for (IssuedPaperRow row : rows) {
      subjects.add(row.subject());
    }
    return subjects;
  }
}
