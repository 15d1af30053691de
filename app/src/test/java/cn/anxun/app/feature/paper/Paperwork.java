package cn.anxun.app.feature.paper;

import android.os.SystemClock;
import android.view.MotionEvent;
import android.view.View;
import android.view.ViewGroup;
import cn.anxun.app.Phone;
import cn.anxun.app.R;
import cn.anxun.app.ui.signature.SignaturePad;
import java.util.ArrayList;
import java.util.List;

/** What a person does with papers on the phone, by the screens alone. */
final class Paperwork {
  private Paperwork() {}

  /** The rows of a list that does not scroll by itself. */
  static List<View> children(Phone phone, int id) {
    ViewGroup group = phone.activity().findViewById(id);
    List<View> children = new ArrayList<>();
    for (int i = 0; i < group.getChildCount(); i++) {
      children.add(group.getChildAt(i));
    }
    return children;
  }

  /** What may be issued, as its buttons say. */
  static List<String> offered(Phone phone) {
    List<String> offered = new ArrayList<>();
    for (View button : children(phone, R.id.paper_make)) {
      offered.addAll(Phone.texts(button));
    }
    return offered;
  }

  /** Everybody who is to sign does, with a finger. */
  static void signAll(Phone phone) {
    int signers = children(phone, R.id.paper_signers).size();
    for (int place = 0; place < signers; place++) {
      phone.tap(children(phone, R.id.paper_signers).get(place));
      write(phone);
      phone.tap(R.id.paper_sign_done);
    }
  }

  /** A finger writes three strokes of a name on the pad. */
  static void write(Phone phone) {
    SignaturePad pad = (SignaturePad) phone.find(R.id.paper_pad);
    float width = pad.getWidth();
    float height = pad.getHeight();
    stroke(pad, width * 0.2f, height * 0.3f, width * 0.5f, height * 0.35f);
    stroke(pad, width * 0.35f, height * 0.2f, width * 0.3f, height * 0.7f);
    stroke(pad, width * 0.55f, height * 0.25f, width * 0.8f, height * 0.65f);
    phone.settle();
  }

  private static void stroke(View pad, float fromX, float fromY, float toX, float toY) {
    long down = SystemClock.uptimeMillis();
    for (int i = 0; i <= 12; i++) {
      float part = i / 12f;
      float x = fromX + (toX - fromX) * part + pad.getWidth() * 0.05f * (float) Math.sin(part * 6);
      float y = fromY + (toY - fromY) * part;
      int action =
          i == 0
              ? MotionEvent.ACTION_DOWN
              : i == 12 ? MotionEvent.ACTION_UP : MotionEvent.ACTION_MOVE;
      MotionEvent event = MotionEvent.obtain(down, down + i * 10L, action, x, y, 0);
      pad.dispatchTouchEvent(event);
      event.recycle();
    }
  }
}
