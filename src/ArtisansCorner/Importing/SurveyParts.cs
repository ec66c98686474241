using System.Globalization;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Platform.Files;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Importing;

/// <summary>Finds out what each table of an upload is and how it writes dates and amounts, from all of it, before anything is read into a draft.</summary>
internal sealed class SurveyParts(FileStore files, CurrentShop shop, TimeProvider time)
{
    // Of several files one may be of no use to us; a file that is damaged may not.
    private static readonly HashSet<string> Harmless = ["unknown_headings", "not_text", "not_csv", "empty_file", "no_rows"];
    private IReadOnlyDictionary<string, ImportMapping> remembered = new Dictionary<string, ImportMapping>();

    /// <summary>The parts with all that is known of them, and why the upload cannot be read, where it cannot.</summary>
    /// <param name="parts">The tables.</param>
    /// <param name="plan">What a person said of them.</param>
    /// <param name="remembered">What the shop said of such files before, by the fingerprint of their headings.</param>
    /// <param name="tick">Called often while it goes on.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<(IReadOnlyList<ImportPart> Parts, Problem? Problem)> RunAsync(
        IReadOnlyList<ImportPart> parts, ImportPlan plan, IReadOnlyDictionary<string, ImportMapping> remembered, Func<ValueTask> tick, CancellationToken cancel)
    {
        this.remembered = remembered;
        List<ImportPart> found = [];
        var (before, together) = (0, new OrdersTogether());
        foreach (var part in parts)
        {
            await tick();
            var (surveyed, problem, lastRow) = Survey(part with { FirstRow = before }, plan.ChoiceOf(part.Index), together, cancel);
            found.Add(problem is null ? surveyed : surveyed with { Problem = problem.Message });
            if (problem is not null && parts.Count == 1) return (found, problem);
            if (problem is not null && !Harmless.Contains(problem.Code)) return (found, problem with { Message = $"“{part.Name}”: {problem.Message}" });
            before += lastRow;
        }

        if (found.Sum(part => (long)part.Rows) > CsvRows.MostRows) return (found, new Problem("too_many_rows", $"This file has more than {CsvRows.MostRows:N0} rows. Split it and bring the parts one after the other."));
        return (found, found.Any(part => part.Problem is null) ? null : NoneKnown(found));
    }

    private (ImportPart Part, Problem? Problem, int LastRow) Survey(ImportPart part, PartChoice choice, OrdersTogether together, CancellationToken cancel)
    {
        if (choice.LeaveOut) return (part with { Problem = "Left out, as you said." }, null, 0);
        using var file = files.Open(shop.Id, part.File);
        var encoding = TextEncoding.Find(file);
        if (!encoding.Succeeded) return (part, encoding.Problems[0], 0);
        var shape = FindHeadings.Run(file, encoding.Value, names => Fit(names, choice));
        part = part with { CodePage = encoding.Value.CodePage, Shape = shape, Mapping = choice.Mapping };
        var opened = Open(part);
        if (!opened.Succeeded) return (part, opened.Problems[0], 0);
        Headings headings;
        using (opened.Value) headings = opened.Value.Headings;
        part = part with { Headings = [.. headings.Names] };
        var decided = Decide(part, headings, choice);
        if (!decided.Succeeded) return (part, decided.Problems[0], 0);
        part = decided.Value;
        if (part.Format is null) return (part, null, 0);
        using var rows = Open(part).Value!;
        var format = RecognizeFormat.Find(part.Format)!;
        var number = format.OrderColumn(rows.Headings);
        var habits = SurveyFile.Run(rows, format.DateColumns(rows.Headings), format.AmountColumns(rows.Headings), shop.Facts, part.IsSheet, row => together.Hear(row, number), cancel);
        together.EndTable();
        return habits.Succeeded ? (part with { Habits = Said(part, choice).Over(habits.Value).HeardAt(shop.Facts.Zone, time), OrdersStandTogether = together.AreTogether }, null, rows.OwnNumber) : (part, habits.Problems[0], rows.OwnNumber);
    }

    private Outcome<ImportPart> Decide(ImportPart part, Headings headings, PartChoice choice)
    {
        if (choice.Format is { } asked)
        {
            var wanted = RecognizeFormat.As(asked, headings);
            if (!wanted.Succeeded) return wanted.Problems[0];
            return choice.Part is null
                ? part with { Format = asked, Confidence = wanted.Value.Confidence, Why = wanted.Value.Reason }
                : part with { Format = asked, Confidence = 100, Why = "As you told us." };
        }

        if (remembered.GetValueOrDefault(Headings.FingerprintOf(headings.Names)) is { } told && RecognizeFormat.As(told.Format, new Headings(headings.Names, told.Choice.Mapping)).Succeeded)
            return part with { Format = told.Format, Mapping = told.Choice.Mapping, Confidence = 100, Why = $"As you told us on {told.SavedAt.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}." };
        return RecognizeFormat.Candidates(headings) switch
        {
            [] => RecognizeFormat.Unknown(headings),
            [var one] => part with { Format = one.Format.Key, Confidence = one.Confidence, Why = one.Reason },
            var several => part with { Candidates = [.. several.Select(candidate => new FormatCandidate(candidate.Format.Key, candidate.Format.Name, candidate.Confidence, candidate.Reason))] },
        };
    }

    /// <summary>What was said of such a file: now, or when one like it was here before.</summary>
    private PartChoice Said(ImportPart part, PartChoice choice) =>
        choice.Format is null && remembered.GetValueOrDefault(Headings.FingerprintOf(part.Headings)) is { } told ? choice.Or(told.Choice) : choice;

    private int Fit(IReadOnlyList<string> names, PartChoice choice)
    {
        if (remembered.ContainsKey(Headings.FingerprintOf(names))) return 100;
        var headings = new Headings(names, choice.Mapping);
        if (choice.Mapping is { Count: > 0 } mapping && mapping.Values.All(name => name.Length == 0 || headings.Find(name) >= 0)) return 100;
        return choice.Format is { } asked ? RecognizeFormat.Find(asked)?.Match(headings).Confidence ?? 0 : RecognizeFormat.Fit(headings);
    }

    private Outcome<CsvRows> Open(ImportPart part) => CsvRows.Open(files.Open(shop.Id, part.File), TextEncoding.Of(part.CodePage), part.Shape, part.Mapping);

    private static Problem NoneKnown(List<ImportPart> parts) => new(
        "unknown_parts",
        $"We know none of the {parts.Count:N0} tables in this file: {string.Join("; ", parts.Take(5).Select(part => $"“{part.Name}”: {part.Problem}"))}");
}
