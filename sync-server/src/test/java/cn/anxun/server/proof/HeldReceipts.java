package cn.anxun.server.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What phones were promised, held against what they pulled when all was quiet. */
final class HeldReceipts {
  private HeldReceipts() {}

  /**
   * Every receipted entry is there once, at the place that its receipt told, without a gap; nothing
   * else is there; and no phone was told two things.
   */
  static void check(List<LoadPhone> phones, long seed) {
    Map<Long, String> places = new HashMap<>();
    for (LoadPhone phone : phones) {
      assertThat(phone.receipts()).as("what a phone was promised").isNotEmpty();
      assertThat(phone.broken()).as("the server's word, seed %d", seed).isEmpty();
      assertThat(phone.pulled()).containsAll(phone.receipts().keySet());
      assertThat(phone.pulled()).isEqualTo(phones.get(0).pulled());
      phone
          .receipts()
          .forEach(
              (id, told) ->
                  assertThat(places.putIfAbsent(told.seq(), id)).as("two at one place").isNull());
    }
    // All that was ever written has its receipt by now, so nothing else may be in the ledger.
    assertThat(places.keySet()).hasSize(phones.get(0).pulled().size());
    assertThat(phones.get(0).pulledSeq()).isEqualTo(places.size());
  }
}
