package cn.anxun.app.paper;

import android.graphics.Color;
import android.graphics.RectF;
import android.text.TextPaint;
import cn.anxun.app.ui.signature.Ink;
import cn.anxun.core.paper.PaperBlock;
import cn.anxun.core.paper.Signature;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Where somebody signs, with what was signed; kept together. */
final class SigningStrips {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final float HEIGHT = 44;
  private static final float WIDTH = 120;
  private static final float CAPTION = 9;
  private static final float PEN = 1.5f;
  private static final int ACROSS = 2;

  private SigningStrips() {}

  static List<Strip> of(PaperBlock.Signing signing, float width) {
    List<Strip> strips = new ArrayList<>();
    strips.add(Strip.gap(4, true));
    String label = signing.label() + "：";
    boolean noted = !signing.note().isEmpty();
    if (signing.signatures().isEmpty()) {
      strips.add(line(label, noted));
    }
    for (int i = 0; i < signing.signatures().size(); i += ACROSS) {
      int end = Math.min(i + ACROSS, signing.signatures().size());
      boolean staysWithNext = noted || end < signing.signatures().size();
      strips.add(
          row(i == 0 ? label : "", label, signing.signatures().subList(i, end), staysWithNext));
    }
    if (noted) {
      List<Strip> note =
          Lines.strips(signing.note(), Lines.paint(10.5f, false), width, Lines.Place.LEFT, true);
      Strip last = note.remove(note.size() - 1);
      strips.addAll(note);
      strips.add(new Strip(last.height(), false, 0, last.drawing()));
    }
    return strips;
  }

  /** A line to sign on by hand. */
  private static Strip line(String label, boolean staysWithNext) {
    TextPaint text = Lines.paint(Lines.BODY, false);
    float from = text.measureText(label) + 4;
    return new Strip(
        HEIGHT * 0.75f,
        staysWithNext,
        0,
        (canvas, left, top) -> {
          float base = top + HEIGHT * 0.5f;
          canvas.drawText(label, left, base, text);
          canvas.drawLine(left + from, base + 3, left + from + 2 * WIDTH, base + 3, text);
        });
  }

  private static Strip row(
      String shown, String label, List<Signature> signatures, boolean staysWithNext) {
    TextPaint text = Lines.paint(Lines.BODY, false);
    TextPaint caption = Lines.paint(CAPTION, false);
    float from = text.measureText(label) + 4;
    return new Strip(
        HEIGHT,
        staysWithNext,
        0,
        (canvas, left, top) -> {
          canvas.drawText(shown, left, top + HEIGHT * 0.5f, text);
          for (int i = 0; i < signatures.size(); i++) {
            Signature signature = signatures.get(i);
            float x = left + from + i * (WIDTH + 16);
            RectF frame = new RectF(x, top + 1, x + WIDTH, top + HEIGHT - CAPTION * 1.5f);
            Ink.draw(canvas, signature.strokes(), frame, Ink.paint(Color.BLACK, PEN));
            canvas.drawText(signature.name() + "　" + day(signature), x, top + HEIGHT - 3, caption);
          }
        });
  }

  private static String day(Signature signature) {
    LocalDate day = signature.at().atZone(SHANGHAI).toLocalDate();
    return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
  }
}
