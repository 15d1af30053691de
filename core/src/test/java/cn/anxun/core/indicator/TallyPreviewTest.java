package cn.anxun.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.TallyReported;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.state.LedgerState;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TallyPreviewTest {
  private static final Fields HALF_YEAR_OF_ENTERPRISE_DRILLS =
      Fields.builder()
          .set(RecordFields.UNIT, "甲街道")
          .set(TallyReported.MEASURED, "drill")
          .set(TallyReported.FROM, LocalDate.of(2023, 1, 1))
          .set(TallyReported.UNTIL, LocalDate.of(2023, 6, 30))
          .set(TallyReported.WHERE, Json.members().put("level", "企业").build())
          .build();

  @Test
  void of_whenTheUnitRecordedSomeInDetail_namesThemAndWhatIsLeftToAdd() {
    LedgerState state =
        new Ledgers()
            .add(4, "drill", "2023-05-01", "{'unit':'甲街道','level':'企业','participants':30}")
            .add("drill", "2023-05-01", "{'unit':'甲街道','level':'区级'}")
            .add("drill", "2023-05-01", "{'unit':'乙街道','level':'企业'}")
            .add("drill", "2023-07-01", "{'unit':'甲街道','level':'企业'}")
            .build();
    TallyPreview drills = TallyPreview.of(state, HALF_YEAR_OF_ENTERPRISE_DRILLS).orElseThrow();
    assertThat(drills.detailed()).hasSize(4);
    assertThat(drills.detail()).isEqualByComparingTo("4");
    assertThat(drills.added(BigDecimal.valueOf(10))).isEqualByComparingTo("6");
    assertThat(drills.added(BigDecimal.valueOf(3))).isEqualByComparingTo("0");

    Fields participants =
        HALF_YEAR_OF_ENTERPRISE_DRILLS.toBuilder()
            .set(TallyReported.MEASURED_FIELD, "participants")
            .build();
    assertThat(TallyPreview.of(state, participants).orElseThrow().detail())
        .isEqualByComparingTo("120");
  }

  @Test
  void of_whenTheSameWasReportedBefore_namesWhatIsReplacedAndWhatOverlaps() {
    LedgerState state =
        new Ledgers()
            .add("tally", "2023-03-31", tally(300, "2023-01-01", "2023-03-31", "企业"))
            .add("tally", "2023-07-01", tally(500, "2023-01-01", "2023-06-30", "企业"))
            .add("tally", "2023-07-02", tally(510, "2023-01-01", "2023-06-30", "企业"))
            .add("tally", "2023-07-01", tally(7, "2023-01-01", "2023-06-30", "区级"))
            .add("tally", "2023-12-01", tally(9, "2023-07-01", "2023-12-31", "企业"))
            .build();
    TallyPreview drills = TallyPreview.of(state, HALF_YEAR_OF_ENTERPRISE_DRILLS).orElseThrow();
    assertThat(drills.reported())
        .extracting(FoldedRecord::subject)
        .containsExactly("tally-00001", "tally-00002", "tally-00003");
    assertThat(drills.replaced()).map(FoldedRecord::subject).contains("tally-00003");
  }

  @Test
  void of_whenUnitOrDaysAreMissing_isEmpty() {
    LedgerState state = new Ledgers().build();
    assertThat(TallyPreview.of(state, HALF_YEAR_OF_ENTERPRISE_DRILLS)).isPresent();
    assertThat(TallyPreview.of(state, HALF_YEAR_OF_ENTERPRISE_DRILLS.with("unit", null))).isEmpty();
    assertThat(TallyPreview.of(state, HALF_YEAR_OF_ENTERPRISE_DRILLS.with("until", null)))
        .isEmpty();
    assertThat(
            TallyPreview.of(
                state, HALF_YEAR_OF_ENTERPRISE_DRILLS.with("until", Json.of("2022-12-31"))))
        .isEmpty();
  }

  private static String tally(int quantity, String from, String until, String level) {
    return "{'unit':'甲街道','measured':'drill','quantity':%d,'from':'%s','until':'%s','where':{'level':'%s'}}"
        .formatted(quantity, from, until, level);
  }
}
