package cn.anxun.app.record;

import cn.anxun.core.entry.Attachment;
import cn.anxun.core.entry.Corrected;
import cn.anxun.core.entry.EntryIds;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.Voided;
import cn.anxun.core.json.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to be recorded together; checked and kept when the {@link Recorder} has heard it all. */
public final class Recording {
  private final EntryIds ids;
  private final List<Said> said = new ArrayList<>();

  Recording(EntryIds ids) {
    this.ids = ids;
  }

  /** Begins a record; answers its subject, which the next ones may name. */
  public String open(Kind kind, LocalDate date, Fields fields, List<Attachment> attachments) {
    String id = ids.next();
    open(id, kind, date, fields, attachments);
    return id;
  }

  /**
   * As {@link #open(Kind, LocalDate, Fields, List)}, under an id that was made when the form was
   * begun: saved twice it is held already, and nothing is kept twice.
   */
  public void open(
      String id, Kind kind, LocalDate date, Fields fields, List<Attachment> attachments) {
    if (kind.effect() != Kind.Effect.OPENS) {
      throw new IllegalArgumentException(kind + " opens no record");
    }
    said.add(new Said(kind, id, id, date, fields, attachments));
  }

  /** As {@link #open(Kind, LocalDate, Fields, List)}, without files. */
  public String open(Kind kind, LocalDate date, Fields fields) {
    return open(kind, date, fields, List.of());
  }

  /** What follows on a subject: a step, an amendment. Answers the id of the entry. */
  public String step(
      Kind kind, String subject, LocalDate date, Fields fields, List<Attachment> attachments) {
    if (kind.effect() == Kind.Effect.OPENS) {
      throw new IllegalArgumentException(kind + " opens a record and follows on none");
    }
    String id = ids.next();
    said.add(new Said(kind, id, subject, date, fields, attachments));
    return id;
  }

  /** As {@link #step(Kind, String, LocalDate, Fields, List)}, without files. */
  public String step(Kind kind, String subject, LocalDate date, Fields fields) {
    return step(kind, subject, date, fields, List.of());
  }

  /** 作废: an entry of the subject; its opening one voids the record. */
  public String voidEntry(String subject, String target, LocalDate date, String reason) {
    return step(
        Voided.KIND,
        subject,
        date,
        Fields.builder().set(Voided.TARGET, target).set(Voided.REASON, reason).build());
  }

  /**
   * 更正: one field of one entry of the subject.
   *
   * @param old what the field said; null where it was unset
   * @param corrected what it is to say; null clears it
   */
  public String correct(
      String subject,
      String target,
      LocalDate date,
      String field,
      @Nullable Json old,
      @Nullable Json corrected,
      String reason) {
    Fields.Builder fields =
        Fields.builder()
            .set(Corrected.TARGET, target)
            .set(Corrected.FIELD, field)
            .raw(Corrected.OLD.name(), old)
            .raw(Corrected.NEW.name(), corrected);
    if (!reason.isEmpty()) {
      fields.set(Corrected.REASON, reason);
    }
    return step(Corrected.KIND, subject, date, fields.build());
  }

  List<Said> said() {
    return said;
  }

  /** One entry, before it has its number and its predecessor. */
  record Said(
      Kind kind,
      String id,
      String subject,
      LocalDate date,
      Fields fields,
      List<Attachment> attachments) {}
}
