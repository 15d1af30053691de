package cn.anxun.app.feature.inspection;

import android.content.Context;
import android.os.Bundle;
import android.view.View;
import android.widget.TextView;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.ViewModelProvider;
import cn.anxun.app.R;
import cn.anxun.app.feature.inspection.SitesViewModel.SitesState;
import cn.anxun.app.form.Typing;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.navigation.FormScreen;
import cn.anxun.app.navigation.Navigator;
import cn.anxun.app.ui.ScreenBar;
import cn.anxun.core.codelist.CreditCode;
import cn.anxun.core.entry.SiteRegistered;
import com.google.android.material.textfield.TextInputLayout;
import dagger.hilt.android.AndroidEntryPoint;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A site that is not in the ledger: a name and a type are enough. */
@AndroidEntryPoint(Fragment.class)
public final class NewSiteFragment extends Hilt_NewSiteFragment implements FormScreen {
  private static final String NAME = "name";

  /** Whether somebody tried to go on, so that what is missing is said from now on. */
  private boolean tried;

  public NewSiteFragment() {
    super(R.layout.inspection_new_site);
  }

  /** With what was searched for and not found. */
  public static NewSiteFragment named(String name) {
    Bundle arguments = new Bundle();
    arguments.putString(NAME, name);
    NewSiteFragment fragment = new NewSiteFragment();
    fragment.setArguments(arguments);
    return fragment;
  }

  @Override
  public void onViewCreated(View view, @Nullable Bundle state) {
    ScreenBar.show(this, view, R.string.inspection_site_new);
    SitesViewModel model = model();
    model.beginSite(requireArguments().getString(NAME, ""));
    Typing.bind(
        view.findViewById(R.id.inspection_new_name), text -> change(site -> site.named(text)));
    Typing.bind(
        view.findViewById(R.id.inspection_new_code),
        text -> change(site -> site.withCreditCode(CreditCode.normalized(text))));
    Typing.bind(
        view.findViewById(R.id.inspection_new_address), text -> change(site -> site.at(text)));
    view.findViewById(R.id.inspection_new_start).setOnClickListener(button -> start(view));
    model
        .state()
        .observe(
            getViewLifecycleOwner(), now -> now.site().ifPresent(site -> show(view, now, site)));
  }

  private SitesViewModel model() {
    return new ViewModelProvider(this).get(SitesViewModel.class);
  }

  private Optional<VisitSite> site() {
    SitesState now = model().state().getValue();
    return now == null ? Optional.empty() : now.site();
  }

  private void change(UnaryOperator<VisitSite> change) {
    site()
        .ifPresent(
            site -> {
              VisitSite changed = change.apply(site);
              if (!changed.equals(site)) {
                model().setSite(Optional.of(changed));
              }
            });
  }

  private void show(View view, SitesState now, VisitSite site) {
    Typing.show(view.findViewById(R.id.inspection_new_name), site.name());
    Typing.show(view.findViewById(R.id.inspection_new_code), site.creditCode());
    Typing.show(view.findViewById(R.id.inspection_new_address), site.address());
    Choices.show(
        view.findViewById(R.id.inspection_new_kinds),
        Choices.of(view, now.reference().offered("site-kind")),
        List.of(site.kind()),
        kind -> change(before -> before.ofKind(kind.equals(before.kind()) ? "" : kind)));
    Choices.show(
        view.findViewById(R.id.inspection_new_industries),
        Choices.of(view, now.reference().offeredLeaves("industry")),
        List.of(site.industry()),
        industry ->
            change(
                before -> before.inIndustry(industry.equals(before.industry()) ? "" : industry)));
    warn(view.findViewById(R.id.inspection_new_code_warning), warning(view.getContext(), site));
    Optional<VisitSite> same = model().findSame(site.name(), site.creditCode());
    TextView sameView = view.findViewById(R.id.inspection_new_same);
    warn(
        sameView,
        same.map(found -> getString(R.string.inspection_new_same, found.name())).orElse(""));
    sameView.setOnClickListener(button -> same.ifPresent(this::begin));
    if (tried) {
      showMissing(view, site);
    }
  }

  private static String warning(Context context, VisitSite site) {
    if (site.creditCode().isEmpty()) {
      return "";
    }
    return switch (CreditCode.check(site.creditCode())) {
      case VALID -> "";
      case WRONG_CHECK_DIGIT -> context.getString(R.string.inspection_new_code_wrong);
      case MALFORMED -> context.getString(R.string.inspection_new_code_malformed);
    };
  }

  private static void warn(TextView view, String text) {
    view.setText(text);
    Words.showIf(view, !text.isEmpty());
  }

  private void showMissing(View view, VisitSite site) {
    TextInputLayout name = view.findViewById(R.id.inspection_new_name_layout);
    name.setError(
        site.name().trim().isEmpty() ? getString(R.string.inspection_new_name_missing) : null);
    TextView kind = view.findViewById(R.id.inspection_new_kind_heading);
    TextInputLayout code = view.findViewById(R.id.inspection_new_code_layout);
    code.setError(
        site.creditCode().length() > SiteRegistered.CREDIT_CODE.maxLength()
            ? getString(R.string.inspection_new_code_long)
            : null);
    boolean missing = site.kind().isEmpty();
    kind.setText(missing ? R.string.inspection_new_kind_missing : R.string.inspection_new_kind);
    kind.setTextColor(requireContext().getColor(missing ? R.color.danger : R.color.on_surface));
  }

  private void start(View view) {
    tried = true;
    site()
        .ifPresent(
            site -> {
              showMissing(view, site);
              if (!site.name().trim().isEmpty()
                  && !site.kind().isEmpty()
                  && site.creditCode().length() <= SiteRegistered.CREDIT_CODE.maxLength()) {
                begin(site);
              }
            });
  }

  private void begin(VisitSite site) {
    model().begin(site.named(site.name().trim()));
    model().setSite(Optional.empty());
    Navigator.of(this).replace(new Destination.Visit());
  }
}
