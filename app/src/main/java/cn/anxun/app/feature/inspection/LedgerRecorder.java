package cn.anxun.app.feature.inspection;

import cn.anxun.app.feature.inspection.VisitRecords.Opened;
import cn.anxun.app.record.Author;
import cn.anxun.app.record.RecordRejectedException;
import cn.anxun.app.record.Recorder;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.Inspected;
import cn.anxun.core.entry.RecordFields;
import java.time.LocalDate;
import java.util.List;
import javax.inject.Inject;

/** Records a visit through the app's recorder, which keeps all of it or none. */
final class LedgerRecorder implements VisitRecorder {
  private final Recorder recorder;
  private final Author author;

  @Inject
  LedgerRecorder(Recorder recorder, Author author) {
    this.recorder = recorder;
    this.author = author;
  }

  @Override
  public Recorded record(List<Opened> records, LocalDate day) throws RecordRejectedException {
    cn.anxun.app.record.Recorded kept =
        recorder.record(
            recording -> {
              for (Opened opened : records) {
                recording.open(
                    opened.subject(),
                    opened.kind(),
                    day,
                    ofUnit(opened.fields()),
                    opened.attachments());
              }
            });
    String number = "";
    for (cn.anxun.app.record.Recorded.Item item : kept.items()) {
      number = item.kind().equals(Inspected.KIND.name()) ? item.number() : number;
    }
    return new Recorded(number, author.name());
  }

  /** The records of the unit that the inspector belongs to, by which they are ranked. */
  private Fields ofUnit(Fields fields) {
    return author.unit().isEmpty()
        ? fields
        : fields.toBuilder().set(RecordFields.UNIT, author.unit()).build();
  }
}
