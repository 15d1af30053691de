package cn.anxun.server.report.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartsAheadTest {
  private static List<Integer> numbers(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 499, 500, 501, 1_000, 2_345})
  void each_givesAllOfThemInOrder(int count) throws IOException {
    List<Integer> taken = new ArrayList<>();

    PartsAhead.each(
        numbers(count), part -> part.stream().map(number -> -number).toList(), taken::addAll);

    assertThat(taken).isEqualTo(numbers(count).stream().map(number -> -number).toList());
  }

  @Test
  void each_makesAPartWhileTheOneBeforeIsUsed() throws IOException {
    CompletableFuture<Void> second = new CompletableFuture<>();

    PartsAhead.each(
        numbers(1_000),
        part -> part.contains(500) && second.complete(null),
        last -> second.orTimeout(1, TimeUnit.MINUTES).join());

    assertThat(second).isCompleted();
  }

  @Test
  void each_isOnePartAheadAtMost() throws IOException {
    AtomicInteger made = new AtomicInteger();
    AtomicInteger taken = new AtomicInteger();

    PartsAhead.each(
        numbers(5_000),
        part -> {
          assertThat(made.incrementAndGet() - taken.get()).isLessThanOrEqualTo(2);
          return part;
        },
        part -> taken.incrementAndGet());

    assertThat(made).hasValue(10);
    assertThat(taken).hasValue(10);
  }

  @Test
  void each_whenMakingFails_throwsThatAfterWhatWasMade() {
    IllegalStateException failure = new IllegalStateException("no row");
    List<Integer> taken = new ArrayList<>();

    assertThatThrownBy(
            () ->
                PartsAhead.each(
                    numbers(1_200),
                    part -> {
                      if (part.contains(700)) {
                        throw failure;
                      }
                      return part;
                    },
                    taken::addAll))
        .isSameAs(failure);
    assertThat(taken).isEqualTo(numbers(500));
  }

  @Test
  void each_whenTheUseFails_makesNothingAnyMore() {
    IOException gone = new IOException("the reader is gone");
    AtomicInteger made = new AtomicInteger();

    assertThatThrownBy(
            () ->
                PartsAhead.each(
                    numbers(5_000),
                    part -> made.incrementAndGet(),
                    part -> {
                      throw gone;
                    }))
        .isSameAs(gone);
    assertThat(made).hasValue(2);
  }

  @Test
  void each_whenBothFail_tellsBoth() {
    StackOverflowError failure = new StackOverflowError();
    IOException gone = new IOException("the reader is gone");

    assertThatThrownBy(
            () ->
                PartsAhead.each(
                    numbers(1_000),
                    part -> {
                      if (part.contains(500)) {
                        throw failure;
                      }
                      return part;
                    },
                    part -> {
                      throw gone;
                    }))
        .isSameAs(gone)
        .hasSuppressedException(failure);
  }
}
