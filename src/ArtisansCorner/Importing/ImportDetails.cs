using ArtisansCorner.Accounts;
using ArtisansCorner.Importing.Matching;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;

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
/// <param name="StockOffered">How many choices of products come with a number of pieces that can be taken over.</param>
/// <param name="PricesDiffer">How many prices differ from those that are here.</param>
/// <param name="Titles">Titles of lines without a code, each with what it may be.</param>
/// <param name="Choices">What was chosen when it was applied.</param>
/// <param name="Candidates">What it may be, where a person must say which; nothing is planned until then.</param>
/// <param name="Parts">The tables in it.</param>
/// <param name="PassedOver">The files in it that are no tables.</param>
public sealed record ImportDetails(
    Guid Id, string Status, bool TakingBack, string FileName, long Bytes, string? Format, string? FormatName, int Confidence, string? Why, string? DatesRead,
    long Rows, long Accepted, long Rejected, int Progress, long RowsDone, long RowsToDo, long? RowsPerSecond, long? SecondsLeft,
    DateOnly? From, DateOnly? To, long Gross, ImportAdds Adds, IReadOnlyList<FactCount> Others, long AlreadyHere, long ByHand, IReadOnlyList<ReasonCount> Reasons, IReadOnlyList<ImportExample> Examples,
    IReadOnlyList<RejectedRow> RejectedRows, string? Error, string? Kept, DateTimeOffset CreatedAt, Guid? CreatedBy, string? Who, DateTimeOffset? FinishedAt, bool HasRejectedFile,
    long StockOffered, long PricesDiffer, IReadOnlyList<TitleMatch> Titles, ImportChoices Choices,
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
            plan.From, plan.To, plan.Gross, plan.Adds, plan.Others, plan.AlreadyHere, plan.ByHand, plan.Reasons, plan.Examples, plan.RejectedRows,
            import.Error, plan.Kept, import.CreatedAt, import.CreatedBy, who, import.FinishedAt, plan.RejectedFile is not null,
            plan.StockOffered, plan.PricesDiffer, plan.Titles, plan.Choices,
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

/// <summary>Finds imports of the shop.</summary>
public sealed class ImportQuery(AppDb db, TimeProvider time)
{
    /// <summary>One import, or nothing.</summary>
    public async Task<ImportDetails?> FindAsync(Guid id, CancellationToken cancel)
    {
        var users = db.Users;
        var found = await db.Imports.AsNoTracking().Where(import => import.Id == id)
            .Select(import => new { Import = import, Who = users.Where(user => user.Id == import.CreatedBy).Select(user => user.Name ?? user.Email).FirstOrDefault() })
            .FirstOrDefaultAsync(cancel);
        return found is null ? null : ImportDetails.Of(found.Import, found.Who, time.GetUtcNow());
    }

    /// <summary>The file with its rejected rows, and what the file itself is called; nothing where there is none.</summary>
    public async Task<RejectedFile?> FindRejectedAsync(Guid id, CancellationToken cancel) =>
        await db.Imports.AsNoTracking().FirstOrDefaultAsync(import => import.Id == id, cancel) is { } import && ImportPlan.Of(import).RejectedFile is { } file
            ? new RejectedFile(file, $"rejected-{Path.GetFileNameWithoutExtension(import.FileName)}{(ImportPlan.Of(import).RejectedIsZip ? ".zip" : ".csv")}")
            : null;
}

/// <summary>The file with the rows of an import that do not go in.</summary>
/// <param name="File">Under which id it is kept.</param>
/// <param name="DownloadName">What it is called for people.</param>
public sealed record RejectedFile(Guid File, string DownloadName)
{
    /// <summary>Its media type.</summary>
    public string ContentType => DownloadName.EndsWith(".zip", StringComparison.Ordinal) ? "application/zip" : "text/csv; charset=utf-8";
}

/// <summary>One table of an import, and how it is read.</summary>
/// <param name="Part">Its number, from 0.</param>
/// <param name="Name">What it is called in the upload.</param>
/// <param name="Format">What it is.</param>
/// <param name="FormatName">That, for people.</param>
/// <param name="Confidence">How sure that is, in percent.</param>
/// <param name="Why">Why, in a sentence.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Headings">Its headings.</param>
/// <param name="Mapping">For our headings, which of its stand for them, where a person said so.</param>
/// <param name="Dates">Which of day and month comes first in its dates.</param>
/// <param name="DecimalMark">“.” or “,”.</param>
/// <param name="Currency">The currency its amounts are in; nothing for the shop's.</param>
/// <param name="TimeZone">The time zone of its times; nothing for the shop's.</param>
/// <param name="Chosen">Whether a person said how it is to be read.</param>
/// <param name="Candidates">What it may be, where a person must say which.</param>
/// <param name="Problem">Why nothing of it goes in.</param>
public sealed record PartDetails(
    int Part, string Name, string? Format, string? FormatName, int Confidence, string? Why, int Rows, IReadOnlyList<string> Headings, IReadOnlyDictionary<string, string>? Mapping,
    DateOrder? Dates, string? DecimalMark, string? Currency, string? TimeZone, bool Chosen, IReadOnlyList<FormatCandidate> Candidates, string? Problem)
{
    internal static PartDetails Of(ImportPart part, PartChoice choice) => new(
        part.Index, part.Name, part.Format, RecognizeFormat.Find(part.Format)?.Name, part.Confidence, part.Why, part.Rows, part.Headings, part.Mapping,
        part.Habits?.Dates, part.Habits?.DecimalMark.ToString(), part.Habits?.Currency, part.Habits?.Clock,
        choice is { Dates: not null } or { DecimalMark: not null } or { Currency: not null } or { TimeZone: not null } or { Format: not null, Part: not null }, part.Candidates, part.Problem);
}
