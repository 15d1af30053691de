package cn.anxun.app.feature.paper;

import android.content.Context;
import android.view.LayoutInflater;
import android.view.View;
import android.widget.LinearLayout;
import android.widget.TextView;
import cn.anxun.app.R;
import cn.anxun.app.paper.PaperForm;
import cn.anxun.app.paper.Signer;
import cn.anxun.app.ui.signature.SignatureView;
import cn.anxun.core.paper.Signature;
import com.google.android.material.snackbar.Snackbar;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/** Who is to sign, and who has; a tap opens the pad. */
final class SignerRows {
  private final LinearLayout list;
  private final IntConsumer sign;

  SignerRows(LinearLayout list, IntConsumer sign) {
    this.list = list;
    this.sign = sign;
  }

  void show(PaperForm form) {
    list.removeAllViews();
    List<Signer> signers = form.signers();
    for (int place = 0; place < signers.size(); place++) {
      list.addView(row(form, signers.get(place), place));
    }
  }

  private View row(PaperForm form, Signer signer, int place) {
    Optional<Signature> signature = signer.find(form.signatures());
    Context context = list.getContext();
    View row = LayoutInflater.from(context).inflate(R.layout.paper_signer, list, false);
    TextView name = row.findViewById(R.id.paper_signer_name);
    name.setText(PaperWords.name(context, signer, form.paper()));
    TextView state = row.findViewById(R.id.paper_signer_state);
    boolean byHand = signature.filter(found -> found.strokes().isBlank()).isPresent();
    state.setText(
        byHand
            ? R.string.paper_signed_by_hand
            : signature.isPresent() ? R.string.paper_signed : R.string.paper_sign_here);
    SignatureView ink = row.findViewById(R.id.paper_signer_ink);
    ink.setVisibility(signature.isPresent() && !byHand ? View.VISIBLE : View.GONE);
    signature.ifPresent(found -> ink.setStrokes(found.strokes()));
    row.setOnClickListener(
        tap -> {
          if (signer.name().isEmpty()) {
            Snackbar.make(list, R.string.paper_name_first, Snackbar.LENGTH_LONG).show();
          } else {
            sign.accept(place);
          }
        });
    return row;
  }
}
