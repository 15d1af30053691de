package cn.anxun.app.feature.activity;

import androidx.annotation.WorkerThread;
import cn.anxun.app.data.local.SiteItem;
import cn.anxun.app.draft.DraftKeeper;
import cn.anxun.app.record.Author;
import cn.anxun.app.record.RecordRejectedException;
import cn.anxun.app.record.Recorded;
import cn.anxun.app.record.Recorder;
import cn.anxun.app.record.Records;
import cn.anxun.core.entry.CustomRecorded;
import cn.anxun.core.entry.EnforcementTaken;
import cn.anxun.core.entry.Field;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonSyntaxException;
import cn.anxun.core.json.JsonText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;

/** Records activities, and remembers where the last one was so that the next starts there. */
final class ActivityBook {
  private static final String INHERITED = "activity-inherited";
  private static final int LIKE_NAMED = 20;

  /** What is typed as the number of another record. */
  private static final List<Field<String>> BY_NUMBER =
      List.of(EnforcementTaken.HAZARD, EnforcementTaken.INSPECTION);

  private final Recorder recorder;
  private final Records records;
  private final Author author;
  private final DraftKeeper drafts;

  @Inject
  ActivityBook(Recorder recorder, Records records, Author author, DraftKeeper drafts) {
    this.recorder = recorder;
    this.records = records;
    this.author = author;
    this.drafts = drafts;
  }

  LocalDate today() {
    return recorder.today();
  }

  /** The unit and division of the last record; before the first those of the account. */
  @WorkerThread
  Fields inherited() {
    Fields kept = drafts.find(INHERITED).map(ActivityBook::fields).orElse(Fields.NONE);
    Fields.Builder inherited = kept.toBuilder();
    if (kept.raw(RecordFields.UNIT.name()) == null && !author.unit().isEmpty()) {
      inherited.set(RecordFields.UNIT, author.unit());
    }
    if (kept.raw(RecordFields.DIVISION.name()) == null && !author.division().isEmpty()) {
      inherited.set(RecordFields.DIVISION, author.division());
    }
    return inherited.build();
  }

  private static Fields fields(String content) {
    try {
      return JsonText.read(content) instanceof Json.Members members
          ? new Fields(members.values())
          : Fields.NONE;
    } catch (JsonSyntaxException e) {
      return Fields.NONE;
    }
  }

  /** Thrown where no record has the number that was typed. */
  static final class NumberUnknownException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String number;

    NumberUnknownException(String field, String number) {
      super("no record has the number " + number);
      this.field = field;
      this.number = number;
    }

    String field() {
      return field;
    }

    String number() {
      return number;
    }
  }

  /** Thrown where not exactly one site has the name that was typed. */
  static final class SiteUnknownException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String name;

    SiteUnknownException(String name) {
      super("not exactly one site is called " + name);
      this.name = name;
    }

    String name() {
      return name;
    }
  }

  /**
   * Records it.
   *
   * @param recordKind the office's own kind; "" for a shipped one
   */
  @WorkerThread
  Recorded record(Kind kind, String recordKind, ActivityDraft draft)
      throws RecordRejectedException, NumberUnknownException, SiteUnknownException {
    Fields.Builder fields = draft.fields().toBuilder();
    String typed = draft.site().trim();
    if (!typed.isEmpty() && draft.fields().text(RecordFields.SITE).isEmpty()) {
      fields.set(RecordFields.SITE, site(typed));
    }
    if (!recordKind.isEmpty()) {
      fields.set(CustomRecorded.RECORD_KIND, recordKind);
    }
    for (Field<String> field : BY_NUMBER) {
      String number = draft.fields().text(field).trim();
      if (kind == EnforcementTaken.KIND && !number.isEmpty()) {
        fields.set(field, subject(field, number));
      }
    }
    Fields said = fields.build();
    Recorded recorded =
        recorder.record(recording -> recording.open(kind, draft.date(), said, draft.photos()));
    Json.MembersBuilder inherited = Json.members();
    for (Field<String> field : List.of(RecordFields.UNIT, RecordFields.DIVISION)) {
      Json value = said.raw(field.name());
      if (value != null) {
        inherited.put(field.name(), value);
      }
    }
    drafts.put(INHERITED, JsonText.write(inherited.build()));
    return recorded;
  }

  /** A name typed in full is as good as chosen, where no other site has it. */
  private String site(String typed) throws SiteUnknownException {
    List<String> found = new ArrayList<>();
    for (SiteItem item : records.searchSites(typed, 0, LIKE_NAMED)) {
      if (typed.equals(item.record().title())) {
        found.add(item.record().subject());
      }
    }
    if (found.size() != 1) {
      throw new SiteUnknownException(typed);
    }
    return found.get(0);
  }

  private String subject(Field<String> field, String number) throws NumberUnknownException {
    Optional<String> subject = records.findByNumber(number).map(item -> item.record().subject());
    if (subject.isPresent()) {
      return subject.get();
    }
    if (records.find(number).isPresent()) {
      return number;
    }
    throw new NumberUnknownException(field.name(), number);
  }

  /** 撤回. */
  @WorkerThread
  void undo(Recorded recorded, String reason) throws RecordRejectedException {
    recorder.undo(recorded, reason);
  }
}
