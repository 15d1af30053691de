package cn.anxun.app.photo;

import java.util.ArrayList;
import java.util.List;

/**
 * What somebody has drawn on a photo, from corner to corner or from end to tip.
 *
 * @param fromX from 0 at the left of the picture to 1 at its right; all four likewise
 */
public record Mark(Kind kind, float fromX, float fromY, float toX, float toY) {

  /** The shapes. */
  public enum Kind {
    CIRCLE,
    ARROW
  }

  /** As {@link #read} takes it. */
  public static String write(List<Mark> marks) {
    StringBuilder text = new StringBuilder();
    for (Mark mark : marks) {
      text.append(mark.kind().name())
          .append(' ')
          .append(mark.fromX())
          .append(' ')
          .append(mark.fromY())
          .append(' ')
          .append(mark.toX())
          .append(' ')
          .append(mark.toY())
          .append('\n');
    }
    return text.toString();
  }

  /** Lines that cannot be read are left out. */
  public static List<Mark> read(String text) {
    List<Mark> marks = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      String[] parts = line.split(" ", -1);
      if (parts.length == 5) {
        try {
          marks.add(
              new Mark(
                  Kind.valueOf(parts[0]),
                  Float.parseFloat(parts[1]),
                  Float.parseFloat(parts[2]),
                  Float.parseFloat(parts[3]),
                  Float.parseFloat(parts[4])));
        } catch (IllegalArgumentException e) {
          // Of another version; the others still count.
        }
      }
    }
    return marks;
  }
}
