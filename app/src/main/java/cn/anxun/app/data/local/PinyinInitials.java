package cn.anxun.app.data.local;

import android.icu.text.AlphabeticIndex;
import android.icu.util.ULocale;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The initials of a text's pinyin, by which a site is searched: 兴隆超市 is {@code xlcs}. Letters and
 * digits stand for themselves; a character with several readings goes by its commonest. By the
 * collation of Unicode's CLDR, which the phone has.
 */
final class PinyinInitials {
  private static final int FIRST_HAN = 0x3400;

  private final ConcurrentHashMap<Integer, Character> known = new ConcurrentHashMap<>();
  private AlphabeticIndex.@Nullable ImmutableIndex<Integer> index;

  String of(String text) {
    StringBuilder initials = new StringBuilder(text.length());
    text.codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(
            point ->
                initials.append(
                    point < FIRST_HAN
                        ? (char) Character.toLowerCase(point)
                        : known.computeIfAbsent(point, this::initial)));
    return initials.toString();
  }

  private char initial(int point) {
    AlphabeticIndex.ImmutableIndex<Integer> buckets = buckets();
    String label =
        buckets.getBucket(buckets.getBucketIndex(new String(Character.toChars(point)))).getLabel();
    char letter = label.isEmpty() ? '?' : Character.toLowerCase(label.charAt(0));
    return letter >= 'a' && letter <= 'z' ? letter : '?';
  }

  private synchronized AlphabeticIndex.ImmutableIndex<Integer> buckets() {
    AlphabeticIndex.ImmutableIndex<Integer> made = index;
    if (made == null) {
      made = new AlphabeticIndex<Integer>(ULocale.SIMPLIFIED_CHINESE).buildImmutableIndex();
      index = made;
    }
    return made;
  }
}
