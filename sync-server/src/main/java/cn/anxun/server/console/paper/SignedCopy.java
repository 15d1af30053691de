package cn.anxun.server.console.paper;

import cn.anxun.core.entry.Attached;
import cn.anxun.core.entry.Attachment;
import cn.anxun.core.entry.PaperIssued;
import cn.anxun.core.ledger.HistoryEntry;
import cn.anxun.core.ledger.SubjectHistory;
import cn.anxun.core.paper.PaperReducer;
import cn.anxun.server.console.page.Days;
import cn.anxun.server.console.record.Photo;
import cn.anxun.server.file.FileKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A picture or scan of the hand-signed paper.
 *
 * @param photo its caption says who brought it and when
 * @param undo the address that takes it off again, "" where it came with the paper or this person
 *     may not
 */
public record SignedCopy(Photo photo, String undo) {
  private static final String FILES = "/api/v1/files/";

  /** Those that hold, in the order in which they came. */
  static List<SignedCopy> list(
      PaperRequest asked, UnaryOperator<String> names, Predicate<String> arrived) {
    List<SignedCopy> copies = new ArrayList<>();
    for (HistoryEntry entry : entries(asked)) {
      for (Attachment file : entry.entry().header().attachments()) {
        if (isCopy(file)) {
          String undo = mayUndo(asked, entry) ? undo(asked, entry.id()) : "";
          copies.add(new SignedCopy(photo(asked, entry, file, names, arrived), undo));
        }
      }
    }
    return copies;
  }

  /** Whether the paper has this file as its signed copy already. */
  static boolean has(PaperRequest asked, String sha256) {
    return entries(asked).stream()
        .flatMap(entry -> entry.entry().header().attachments().stream())
        .anyMatch(file -> isCopy(file) && file.sha256().equals(sha256));
  }

  /**
   * Whether this person may take the copy off that this entry brought, and nothing else with it.
   */
  static boolean mayUndo(PaperRequest asked, String entry) {
    return entries(asked).stream()
        .anyMatch(held -> held.id().equals(entry) && mayUndo(asked, held));
  }

  private static boolean mayUndo(PaperRequest asked, HistoryEntry entry) {
    boolean own = entry.source().stamp().author().equals(asked.person.account());
    return entry.kind() == Attached.KIND
        && SignedCopyForms.mayBring(asked)
        && (own || asked.person.role().mayAmendOthers())
        && entry.entry().header().attachments().stream().allMatch(SignedCopy::isCopy);
  }

  private static String undo(PaperRequest asked, String entry) {
    return asked.here() + "/signed-copy/" + entry + "/undo";
  }

  private static List<HistoryEntry> entries(PaperRequest asked) {
    return SubjectHistory.of(asked.paper.id(), asked.entries()).entries().stream()
        .filter(entry -> entry.kind() == Attached.KIND || entry.kind() == PaperIssued.KIND)
        .toList();
  }

  private static boolean isCopy(Attachment file) {
    return file.role().equals(PaperReducer.SIGNED_COPY);
  }

  private static Photo photo(
      PaperRequest asked,
      HistoryEntry entry,
      Attachment file,
      UnaryOperator<String> names,
      Predicate<String> arrived) {
    String address = FILES + file.sha256();
    boolean picture = FileKind.ofMediaType(file.type()).filter(FileKind::isPicture).isPresent();
    return new Photo(
        file.sha256(),
        asked.texts.text("console.role.signed-copy"),
        "/record/" + asked.paper.id() + "/photo/" + file.sha256(),
        address,
        picture ? address + "/thumbnail" : "",
        asked.texts.text(
            "console.papers.signed.by",
            names.apply(entry.source().stamp().author()),
            Days.text(entry.entry().header().at(), asked.texts)),
        arrived.test(file.sha256()));
  }
}
