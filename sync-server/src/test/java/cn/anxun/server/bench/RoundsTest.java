package cn.anxun.server.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RoundsTest {

  /** Says what it is told to, and notes in which order it is asked. */
  private static final class Scripted implements Trial {
    private final Deque<Double> ours;
    private final Deque<Double> limits;
    private final StringBuilder asked = new StringBuilder();

    private Scripted(List<Double> ours, List<Double> limits) {
      this.ours = new ArrayDeque<>(ours);
      this.limits = new ArrayDeque<>(limits);
    }

    @Override
    public double ours() {
      asked.append('o');
      return ours.remove();
    }

    @Override
    public double limit() {
      asked.append('L');
      return limits.remove();
    }

    @Override
    public void close() {
      asked.append('.');
    }
  }

  @Test
  void median_isTheMiddleOne_orTheMeanOfBoth() {
    assertThat(Rounds.median(List.of(9.0, 1.0, 4.0))).isEqualTo(4);
    assertThat(Rounds.median(List.of(9.0, 1.0, 4.0, 2.0))).isEqualTo(3);
    assertThat(Rounds.median(List.of(7.0))).isEqualTo(7);
  }

  @Test
  void spread_isTheGreatestLessTheLeast() {
    assertThat(Rounds.spread(List.of(0.5, 0.25, 0.75))).isEqualTo(0.5);
    assertThat(Rounds.spread(List.of(0.5))).isZero();
  }

  @Test
  void measure_asksByTurns_andForgetsTheWarmUp() throws Exception {
    Scripted trial =
        new Scripted(
            List.of(1000.0, 1000.0, 30.0, 50.0, 10.0, 10.0, 60.0, 60.0),
            List.of(1.0, 80.0, 40.0, 120.0));
    List<Integer> done = new ArrayList<>();

    Measured measured = new Rounds(1, Duration.ZERO, 3).measure(trial, done::add);

    assertThat(trial.asked).hasToString("oLooLooLooLo");
    assertThat(done).containsExactly(1, 2, 3, 4);
    assertThat(measured).isEqualTo(new Measured(40, 80, 0.5, 0.25));
  }

  @Test
  void rounds_withoutOne_areNone() {
    assertThatThrownBy(() -> new Rounds(2, Duration.ZERO, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void standard_isFiveRoundsAtLeast_afterAWarmUp() {
    assertThat(Rounds.STANDARD.rounds()).isGreaterThanOrEqualTo(5);
    assertThat(Rounds.STANDARD.warmUps()).isPositive();
  }

  @Test
  void goal_isMetAtItsBound_andWhereAllItsBoundsAre() {
    assertThat(Goal.ratioAtLeast(0.4).isMet(new Measured(4, 10, 0.4, 0))).isTrue();
    assertThat(Goal.ratioAtLeast(0.4).isMet(new Measured(4, 10, 0.39, 0))).isFalse();
    assertThat(Goal.ratioAtMost(1.2).isMet(new Measured(12, 10, 1.2, 0))).isTrue();
    assertThat(Goal.oursAtMost(30).isMet(new Measured(31, 10, 3.1, 0))).isFalse();
    Goal both = Goal.ratioAtLeast(0.5).andOursAtLeast(60_000);
    assertThat(both.isMet(new Measured(60_000, 100_000, 0.6, 0))).isTrue();
    assertThat(both.isMet(new Measured(59_999, 100_000, 0.6, 0))).isFalse();
    assertThat(both.isMet(new Measured(70_000, 200_000, 0.35, 0))).isFalse();
    assertThat(both).hasToString("ratio ≥ 0.5, ≥ 60000");
  }
}
