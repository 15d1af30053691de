package cn.anxun.core.paper;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.PaperIssued;
import cn.anxun.core.paper.RegisterLine.State;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegisterTest {
  private final List<PaperRecord> papers = new ArrayList<>();
  private final List<NumberBlock> blocks = new ArrayList<>();
  private final List<NumberBlock> returned = new ArrayList<>();

  @Test
  void of_whenEveryNumberHasItsEntry_explainsEach() {
    blocks.add(block(1, 4, "phone-1", false));
    blocks.add(block(5, 6, "", true));
    blocks.add(block(7, 8, "phone-2", false));
    papers.add(paper(1, PaperState.ISSUED, "phone-1"));
    papers.add(paper(2, PaperState.VOID, "phone-1"));
    returned.add(block(3, 3, "phone-1", false));
    papers.add(paper(7, PaperState.ISSUED, "phone-2"));

    Register register = register();

    assertThat(register.lines())
        .extracting(RegisterLine::state)
        .containsExactly(
            State.ISSUED,
            State.VOID,
            State.RETURNED,
            State.RESERVED,
            State.SKIPPED,
            State.SKIPPED,
            State.ISSUED,
            State.RESERVED);
    assertThat(register.listWrong()).isEmpty();
    assertThat(register.lines().get(1).reason()).isEqualTo("写错");
    assertThat(register.lines().get(3).number()).isEqualTo("（区）应急责改〔2026〕4号");
  }

  @Test
  void of_whenSomethingIsAmiss_saysWhat() {
    blocks.add(block(2, 3, "phone-1", false));
    papers.add(paper(2, PaperState.ISSUED, "phone-1"));
    papers.add(paper(2, PaperState.VOID, "phone-2"));
    papers.add(paper(3, PaperState.ISSUED, "phone-2"));
    papers.add(paper(5, PaperState.ISSUED, "phone-1"));

    assertThat(register().listWrong())
        .extracting(line -> line.serial() + " " + line.state())
        .containsExactly("1 UNEXPLAINED", "2 DOUBLE", "3 UNEXPECTED", "5 UNEXPECTED");
  }

  @Test
  void of_whenHugeNumbersWereTyped_hasOneUnexpectedLineForEachAndLosesNoBlock() {
    blocks.add(block(1, 2, "phone-1", false));
    papers.add(paper(200_000, PaperState.ISSUED, "phone-9"));
    papers.add(paper(1_000_000_000_000L, PaperState.UNAUTHORIZED, "phone-9"));

    assertThat(register().lines())
        .extracting(line -> line.serial() + " " + line.state())
        .containsExactly(
            "1 RESERVED", "2 RESERVED", "200000 UNEXPECTED", "1000000000000 UNEXPECTED");
  }

  @Test
  void of_whenTakenBackNumbersTurnUp_countsThoseOfTheDeviceThatHadThem() {
    blocks.add(block(1, 2, "phone-1", false));
    returned.add(block(1, 2, "phone-1", false));
    papers.add(paper(1, PaperState.ISSUED, "phone-1"));
    papers.add(paper(2, PaperState.ISSUED, "phone-2"));

    assertThat(register().lines())
        .extracting(RegisterLine::state)
        .containsExactly(State.ISSUED, State.UNEXPECTED);
  }

  @Test
  void of_whenAPaperWaitsOrAnotherSystemNumbersIt_listsItApart() {
    PaperRecord waiting = paper(0, PaperState.WAITING, "phone-1");
    PaperRecord elsewhere =
        new PaperRecord(
            "x",
            LocalDate.of(2026, 3, 2),
            PaperState.ISSUED,
            Fields.builder()
                .set(PaperIssued.PAPER, Paper.ORDER.label())
                .set(PaperIssued.PAPER_NO, "互联网监管〔2026〕77")
                .build(),
            "li",
            "phone-1",
            "");
    papers.add(waiting);
    papers.add(elsewhere);

    assertThat(register().waiting()).containsExactly(waiting);
    assertThat(register().lines())
        .extracting(line -> line.number() + " " + line.state())
        .containsExactly("互联网监管〔2026〕77 ISSUED");
  }

  @Test
  void of_whenTheBureauBeganWithAnotherNumber_asksForNoneBefore() {
    blocks.add(block(57, 58, "phone-1", false));
    PaperTemplates from57 =
        PaperTemplates.of(
            PaperTemplatesTest.members(
                "{'papers':[{'paper':'责令限期整改指令书','first_year':2026,'first':57}]}"));

    assertThat(Register.of(from57, papers, blocks, returned).lines())
        .extracting(RegisterLine::serial)
        .containsExactly(57L, 58L);
  }

  private Register register() {
    return Register.of(PaperTemplates.standard(), papers, blocks, returned);
  }

  private static NumberBlock block(long first, long last, String device, boolean skipped) {
    return new NumberBlock("b", Paper.ORDER, 2026, first, last, device, "", skipped, "");
  }

  private static PaperRecord paper(long serial, PaperState state, String device) {
    Fields.Builder fields = Fields.builder().set(PaperIssued.PAPER, Paper.ORDER.label());
    if (serial > 0) {
      fields
          .set(PaperIssued.PAPER_YEAR, 2026)
          .set(PaperIssued.PAPER_SERIAL, serial)
          .set(PaperIssued.PAPER_NO, PaperTemplates.standard().number(Paper.ORDER, 2026, serial));
    }
    return new PaperRecord(
        "p" + serial,
        LocalDate.of(2026, 3, 2),
        state,
        fields.build(),
        "li",
        device,
        state == PaperState.VOID ? "写错" : "");
  }
}
