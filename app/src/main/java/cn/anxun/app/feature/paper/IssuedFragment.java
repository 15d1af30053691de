package cn.anxun.app.feature.paper;

import android.content.ClipData;
import android.content.Intent;
import android.net.Uri;
import android.os.Bundle;
import android.print.PrintManager;
import android.view.View;
import android.widget.EditText;
import android.widget.TextView;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.ViewModelProvider;
import cn.anxun.app.R;
import cn.anxun.app.device.Background;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.navigation.Navigator;
import cn.anxun.app.paper.PaperPrint;
import cn.anxun.app.paper.PdfPages;
import cn.anxun.app.photo.PhotoPicker;
import cn.anxun.app.photo.PhotoRejectedException;
import cn.anxun.app.photo.PhotoWords;
import cn.anxun.app.record.FailureWords;
import cn.anxun.app.ui.Dates;
import cn.anxun.app.ui.ScreenBar;
import cn.anxun.core.paper.Paper;
import cn.anxun.core.paper.PaperContents;
import cn.anxun.core.paper.PaperRecord;
import cn.anxun.core.paper.PaperState;
import com.google.android.material.snackbar.Snackbar;
import com.google.android.material.textfield.TextInputLayout;
import dagger.hilt.android.AndroidEntryPoint;
import java.util.concurrent.Executor;
import javax.inject.Inject;
import org.jspecify.annotations.Nullable;

/** A paper that was issued, as it is printed, and what may be done with it. */
@AndroidEntryPoint(Fragment.class)
public final class IssuedFragment extends Hilt_IssuedFragment {
  private static final String SUBJECT = "subject";

  @Inject PdfPages pdf;
  @Inject @Background Executor background;
  private Preview preview;
  private PhotoPicker picker;

  public IssuedFragment() {
    super(R.layout.paper_page);
  }

  public static IssuedFragment of(String subject) {
    Bundle arguments = new Bundle();
    arguments.putString(SUBJECT, subject);
    IssuedFragment fragment = new IssuedFragment();
    fragment.setArguments(arguments);
    return fragment;
  }

  @Override
  public void onCreate(@Nullable Bundle state) {
    super.onCreate(state);
    picker = new PhotoPicker(this, picture -> model().attach(picture));
  }

  @Override
  public void onViewCreated(View view, @Nullable Bundle state) {
    ScreenBar.show(this, view, R.string.paper_title);
    IssuedViewModel model = model();
    model.open(requireArguments().getString(SUBJECT, ""));
    preview = new Preview(view);
    view.findViewById(R.id.paper_send).setOnClickListener(tap -> model.makePdf(name()));
    view.findViewById(R.id.paper_print).setOnClickListener(tap -> print());
    view.findViewById(R.id.paper_copy_take)
        .setOnClickListener(
            tap -> Navigator.of(this).open(model.capture(getString(R.string.paper_copy_take))));
    view.findViewById(R.id.paper_copy_pick).setOnClickListener(tap -> picker.pick());
    view.findViewById(R.id.paper_assign).setOnClickListener(tap -> model.number());
    view.findViewById(R.id.paper_review)
        .setOnClickListener(
            tap ->
                Navigator.of(this)
                    .open(
                        new Destination.PaperForm(
                            Paper.REVIEW.key(), requireArguments().getString(SUBJECT, ""))));
    view.findViewById(R.id.paper_annul).setOnClickListener(tap -> annul(view));
    model.state().observe(getViewLifecycleOwner(), now -> show(view, now));
    model.pdf().observe(getViewLifecycleOwner(), this::send);
    model.failure().observe(getViewLifecycleOwner(), why -> told(why));
  }

  @Override
  public void onStart() {
    super.onStart();
    model().collect();
  }

  private IssuedViewModel model() {
    return new ViewModelProvider(this).get(IssuedViewModel.class);
  }

  /** Of a file or a print job: the number, else the paper. */
  private String name() {
    IssuedState now = model().state().getValue();
    if (now == null) {
      return "";
    }
    String title = PaperWords.fileName(requireContext(), now.paper());
    return title.replaceAll("[\\\\/:*?\"<>|\\s]", "");
  }

  private void show(View view, IssuedState now) {
    PaperRecord paper = now.paper();
    TextView state = view.findViewById(R.id.paper_state);
    state.setText(PaperWords.title(requireContext(), paper));
    TextView detail = view.findViewById(R.id.paper_detail);
    detail.setText(
        getString(
                R.string.paper_row,
                PaperWords.state(requireContext(), paper),
                paper.contents().text(PaperContents.Part.SITE),
                Dates.full(requireContext(), paper.date()))
            + (now.signedCopy() ? '\n' + getString(R.string.paper_copy_there) : ""));
    boolean valid = paper.state() == PaperState.ISSUED || paper.state() == PaperState.WAITING;
    boolean annulled = paper.state() == PaperState.VOID;
    showIf(view, R.id.paper_send, valid || annulled);
    showIf(view, R.id.paper_print, valid || annulled);
    showIf(view, R.id.paper_copy_take, valid);
    showIf(view, R.id.paper_copy_pick, valid);
    showIf(view, R.id.paper_assign, now.canNumber());
    showIf(view, R.id.paper_review, valid && paper.paper().filter(Paper.ORDER::equals).isPresent());
    showIf(view, R.id.paper_annul, valid);
    showIf(view, R.id.paper_annul_reason_layout, valid);
    ((TextView) view.findViewById(R.id.paper_annul))
        .setText(now.unsent() ? R.string.paper_withdraw : R.string.paper_annul);
    preview.show(now.pages().painter(), now.pages().words());
  }

  private static void showIf(View view, int id, boolean shown) {
    view.findViewById(id).setVisibility(shown ? View.VISIBLE : View.GONE);
  }

  private void send(@Nullable Uri pdf) {
    if (pdf == null) {
      return;
    }
    model().pdfTaken();
    Intent send =
        new Intent(Intent.ACTION_SEND)
            .setType("application/pdf")
            .putExtra(Intent.EXTRA_STREAM, pdf)
            .addFlags(Intent.FLAG_GRANT_READ_URI_PERMISSION);
    send.setClipData(ClipData.newRawUri("", pdf));
    startActivity(Intent.createChooser(send, getString(R.string.paper_send)));
  }

  private void print() {
    IssuedState now = model().state().getValue();
    PrintManager printer = requireActivity().getSystemService(PrintManager.class);
    if (now == null || printer == null) {
      say(getString(R.string.paper_no_printer));
      return;
    }
    printer.print(
        name(),
        new PaperPrint(pdf, now.pages().painter(), name() + ".pdf", background),
        PaperPrint.attributes());
  }

  private void annul(View view) {
    EditText reason = view.findViewById(R.id.paper_annul_reason);
    TextInputLayout layout = view.findViewById(R.id.paper_annul_reason_layout);
    String typed = reason.getText().toString().trim();
    if (typed.isEmpty()) {
      layout.setError(getString(R.string.paper_annul_why));
      reason.requestFocus();
      return;
    }
    layout.setError(null);
    reason.setText("");
    model().annul(typed);
  }

  private void told(@Nullable Exception why) {
    if (why != null) {
      model().failureTold();
      say(
          why instanceof PhotoRejectedException rejected
              ? PhotoWords.of(requireContext(), rejected.reason())
              : why instanceof java.io.IOException
                  ? getString(R.string.ui_disk_full)
                  : FailureWords.of(requireContext(), why));
    }
  }

  private void say(String sentence) {
    Snackbar.make(requireView(), sentence, Snackbar.LENGTH_LONG).setTextMaxLines(5).show();
  }
}
