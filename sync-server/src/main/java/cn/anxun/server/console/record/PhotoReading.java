package cn.anxun.server.console.record;

import cn.anxun.core.entry.Attachment;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.paper.PaperReducer;
import cn.anxun.core.text.Texts;
import cn.anxun.server.console.page.Days;
import cn.anxun.server.console.page.FieldWords;
import cn.anxun.server.file.FileKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Reads the photos of a record's entries, with what stands under them. */
final class PhotoReading {
  private static final String FILES = "/api/v1/files/";

  private final Optional<FoldedRecord> record;
  private final FieldWords words;
  private final UnaryOperator<String> names;
  private final Predicate<String> arrived;
  private final Texts texts;

  /**
   * @param record where it counts
   * @param names the name of an account
   * @param arrived whether the file of this hash is here
   */
  PhotoReading(
      Optional<FoldedRecord> record,
      FieldWords words,
      UnaryOperator<String> names,
      Predicate<String> arrived,
      Texts texts) {
    this.record = record;
    this.words = words;
    this.names = names;
    this.arrived = arrived;
    this.texts = texts;
  }

  /**
   * @param named whether the reader may see who signed
   */
  List<Photo> of(LedgerEntry entry, boolean named) {
    List<Photo> photos = new ArrayList<>();
    for (Attachment attachment : entry.entry().header().attachments()) {
      if (named || !attachment.role().equals(PaperReducer.SIGNED_COPY)) {
        photos.add(photo(entry, attachment));
      }
    }
    return photos;
  }

  private Photo photo(LedgerEntry entry, Attachment attachment) {
    String sha256 = attachment.sha256();
    String file = FILES + sha256;
    return new Photo(
        sha256,
        role(attachment.role()),
        "/record/" + entry.entry().subject() + "/photo/" + sha256,
        file,
        small(attachment, file),
        caption(entry),
        arrived.test(sha256));
  }

  /** Of WebP the server makes no small picture. */
  private static String small(Attachment attachment, String file) {
    return switch (FileKind.ofMediaType(attachment.type()).orElse(FileKind.PDF)) {
      case PDF -> "";
      case WEBP -> file;
      default -> file + "/thumbnail";
    };
  }

  private String role(String role) {
    String key = "console.role." + role;
    return texts.has(key) ? texts.text(key) : role;
  }

  private String caption(LedgerEntry entry) {
    String site =
        record
            .filter(found -> !found.fields().text(RecordFields.SITE).isEmpty())
            .map(this::site)
            .orElse("");
    String number = record.map(found -> found.fields().text(RecordFields.NUMBER)).orElse("");
    return Stream.of(
            Days.text(entry.entry().header().at(), texts),
            site,
            names.apply(entry.stamp().author()),
            number)
        .filter(part -> !part.isEmpty())
        .reduce((one, other) -> one + " · " + other)
        .orElse("");
  }

  private String site(FoldedRecord found) {
    String id = found.fields().text(RecordFields.SITE);
    return words.of(found.type(), RecordFields.SITE.name(), Json.of(id));
  }
}
