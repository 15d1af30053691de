package cn.anxun.server.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DealingTest {
  private static final CaseWork WORK =
      new CaseGenerator(3, 0).work(CaseFiles.read(CaseFiles.everyKind()));

  @Test
  void deal_whateverIsLogged_restsOnWhatItsAuthorHasPulledBefore() {
    List<List<List<Step>>> rounds = Dealing.deal(WORK, 4, 9);

    Set<Subject> everywhere = new HashSet<>();
    Map<Subject, Integer> done = new HashMap<>();
    for (List<List<Step>> devices : rounds) {
      Set<Subject> openedNow = new HashSet<>();
      for (List<Step> steps : devices) {
        Set<Subject> here = new HashSet<>(everywhere);
        for (Step step : steps) {
          assertThat(here).as("seen before %s", step).containsAll(step.mentions());
          assertThat(done.getOrDefault(step.subject(), 0) == 0 || here.contains(step.subject()))
              .isTrue();
          here.add(step.subject());
          openedNow.add(step.subject());
          done.merge(step.subject(), 1, Integer::sum);
        }
      }
      everywhere.addAll(openedNow);
    }
    assertThat(done.values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(WORK.steps().size());
  }

  @Test
  void deal_whenARecordHasSteps_keepsTheirOrder() {
    Map<Subject, List<Step>> dealt = new HashMap<>();
    for (List<List<Step>> devices : Dealing.deal(WORK, 4, 9)) {
      for (List<Step> steps : devices) {
        for (Step step : steps) {
          dealt.computeIfAbsent(step.subject(), subject -> new ArrayList<>()).add(step);
        }
      }
    }
    Map<Subject, List<Step>> thoughtUp = new HashMap<>();
    for (Step step : WORK.steps()) {
      thoughtUp.computeIfAbsent(step.subject(), subject -> new ArrayList<>()).add(step);
    }

    assertThat(dealt).isEqualTo(thoughtUp);
  }

  @Test
  void deal_whenThereAreSeveralPhones_someRecordsChangeHands() {
    Map<Subject, Set<Integer>> hands = new HashMap<>();
    for (List<List<Step>> devices : Dealing.deal(WORK, 4, 9)) {
      for (int device = 0; device < 4; device++) {
        for (Step step : devices.get(device)) {
          hands.computeIfAbsent(step.subject(), subject -> new HashSet<>()).add(device);
        }
      }
    }

    assertThat(hands.values()).anyMatch(phones -> phones.size() > 1);
  }

  @Test
  void deal_whenThereIsNoWork_hasNoRounds() {
    assertThat(Dealing.deal(new CaseWork(List.of()), 5, 1)).isEmpty();
  }
}
