using ArtisansCorner.Importing.Matching;

namespace ArtisansCorner.Importing;

/// <summary>One import as API and page show it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Status">reading, ready, applying, done, failed, cancelled or undone.</param>
/// <param name="TakingBack">Whether what it wrote is being taken back; the status is applying meanwhile.</param>
/// <param name="FileName">What the file is called.</param>
/// <param name="Bytes">How large it is.</param>
/// <param name="Format">What it was recognized as.</param>
/// <param name="FormatName">That, for people.</param>
/// <param name="Confidence">How sure that is, in percent.</param>
/// <param name="Why">Why, in a sentence.</param>
/// <param name="DatesRead">How its dates were read, where they could be read in two ways.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Accepted">How many can go in.</param>
/// <param name="Rejected">How many cannot.</param>
/// <param name="Progress">How far the present step is, in percent.</param>
/// <param name="RowsDone">How many rows of <paramref name="RowsToDo"/> are done in the present step.</param>
/// <param name="RowsToDo">How many there are to do.</param>
/// <param name="RowsPerSecond">How fast it goes.</param>
/// <param name="SecondsLeft">How long it may still take.</param>
/// <param name="From">The first business day in it.</param>
/// <param name="To">The last business day in it.</param>
/// <param name="Gross">Gross sales that it adds, in minor units.</param>
/// <param name="Adds">What it adds.</param>
/// <param name="Others">What it has beside sales and refunds, such as fees and payouts.</param>
/// <param name="AlreadyHere">Sales and refunds that were in the shop before.</param>
/// <param name="ByHand">Sales of which it tells and that were corrected, refunded or recorded here: they stay as they are.</param>
/// <param name="Differing">Sales of which it says another sum than they have here.</param>
/// <param name="Reasons">Why rows do not go in.</param>
/// <param name="Examples">The first sales and refunds.</param>
/// <param name="RejectedRows">The first rows that do not go in.</param>
/// <param name="Error">Why it failed.</param>
/// <param name="Kept">What stayed when it was taken back.</param>
/// <param name="CreatedAt">When it was uploaded.</param>
/// <param name="CreatedBy">Who uploaded it.</param>
/// <param name="Who">Their name.</param>
/// <param name="FinishedAt">When it was over.</param>
/// <param name="HasRejectedFile">Whether the rows that do not go in can be had as a file.</param>
/// <param name="HereExamples">The first sales and refunds that were in the shop before.</param>
/// <param name="NewProducts">The first products that it adds.</param>
/// <param name="StockOffered">How many choices of products come with a number of pieces that can be taken over.</param>
/// <param name="PricesDiffer">How many prices differ from those that are here.</param>
/// <param name="Payments">How many payments of buyers stand in it, where it is a file of payments.</param>
/// <param name="MakersOffered">Makers that it names and the shop does not have; they can be added.</param>
/// <param name="Titles">Titles of lines without a code, each with what it may be.</param>
/// <param name="Choices">What was chosen when it was applied.</param>
/// <param name="Candidates">What it may be, where a person must say which; nothing is planned until then.</param>
/// <param name="Parts">The tables in it.</param>
/// <param name="PassedOver">The files in it that are no tables.</param>
public sealed record ImportDetails(
    Guid Id, string Status, bool TakingBack, string FileName, long Bytes, string? Format, string? FormatName, int Confidence, string? Why, string? DatesRead,
    long Rows, long Accepted, long Rejected, int Progress, long RowsDone, long RowsToDo, long? RowsPerSecond, long? SecondsLeft,
    DateOnly? From, DateOnly? To, long Gross, ImportAdds Adds, IReadOnlyList<FactCount> Others, long AlreadyHere, long ByHand, DifferingSales Differing, IReadOnlyList<ReasonCount> Reasons, IReadOnlyList<ImportExample> Examples,
    IReadOnlyList<RejectedRow> RejectedRows, string? Error, string? Kept, DateTimeOffset CreatedAt, Guid? CreatedBy, string? Who, DateTimeOffset? FinishedAt, bool HasRejectedFile,
    IReadOnlyList<ImportExample> HereExamples, IReadOnlyList<string> NewProducts, long StockOffered, long PricesDiffer, long Payments, IReadOnlyList<string> MakersOffered, IReadOnlyList<TitleMatch> Titles, ImportChoices Choices,
    IReadOnlyList<FormatCandidate> Candidates, IReadOnlyList<PartDetails> Parts, IReadOnlyList<PassedOver> PassedOver)
{
    /// <summary>Whether a person must say first what some part of it is.</summary>
    public bool IsUndecided => Candidates.Count > 0;

    /// <summary>Whether work goes on by itself.</summary>
    public bool IsMoving => Status is "reading" or "applying";

    internal static ImportDetails Of(Import import, string? who, DateTimeOffset now)
    {
        var plan = ImportPlan.Of(import);
        var seconds = import.StepStartedAt is { } since ? (now - since).TotalSeconds : 0;
        var moving = import.Status is ImportStatus.Reading or ImportStatus.Applying or ImportStatus.TakingBack;
        long? rate = moving && import.Progress > 0 && seconds > 0.1 ? (long)(import.Progress / seconds) : null;
        return new ImportDetails(
            import.Id, Word(import.Status), import.Status == ImportStatus.TakingBack, import.FileName, import.Bytes, import.Format,
            NameOf(import, plan), import.Confidence, plan.Why, plan.DatesRead,
            import.Rows, import.Accepted, import.Rejected, Percent(import, moving), import.Progress, import.ProgressOf, rate,
            rate > 0 ? (import.ProgressOf - import.Progress + rate.Value - 1) / rate : null,
            plan.From, plan.To, plan.Gross, plan.Adds, plan.Others, plan.AlreadyHere, plan.ByHand, plan.Differing, plan.Reasons, plan.Examples, plan.RejectedRows,
            import.Error, plan.Kept, import.CreatedAt, import.CreatedBy, who, import.FinishedAt, plan.RejectedFile is not null,
            plan.HereExamples, plan.NewProducts, plan.StockOffered, plan.PricesDiffer, plan.Payments, plan.MakersOffered, plan.Titles, plan.Choices,
            plan.Parts.FirstOrDefault(part => part.Candidates.Count > 0)?.Candidates ?? [], [.. plan.Parts.Select(part => PartDetails.Of(part, plan.ChoiceOf(part.Index)))], plan.PassedOver);
    }

    private static string? NameOf(Import import, ImportPlan plan) => import.Format == FileRead.Several
        ? string.Join(", ", plan.Parts.Select(part => RecognizeFormat.Find(part.Format)?.Name).OfType<string>().Distinct())
        : RecognizeFormat.Find(import.Format)?.Name;

    /// <summary>The seven words that a status is told in.</summary>
    internal static string Word(ImportStatus status) => status switch
    {
        ImportStatus.Reading => "reading",
        ImportStatus.Ready => "ready",
        ImportStatus.Applying or ImportStatus.TakingBack => "applying",
        ImportStatus.Done => "done",
        ImportStatus.Failed => "failed",
        ImportStatus.Cancelled => "cancelled",
        _ => "undone",
    };

    private static int Percent(Import import, bool moving) =>
        !moving ? 100 : import.ProgressOf <= 0 ? 0 : (int)Math.Clamp(100 * import.Progress / import.ProgressOf, 0, 100);
}
