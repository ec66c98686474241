using System.Text;
using ArtisansCorner.Catalog;
using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Formats;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Files;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Importing;

/// <summary>Shows what a table would be if its columns meant this: what is proposed or was chosen, and what becomes of the first rows.</summary>
internal sealed class ColumnsQuery(AppDb db, FileStore files, CurrentShop shop, TimeProvider time)
{
    private const int Tried = 200;
    private const int Shown = 8;
    private const int SkusLookedFor = 50;

    /// <summary>The view of one table; nothing where there is none that could be mapped.</summary>
    /// <param name="id">The import.</param>
    /// <param name="index">Which of its tables.</param>
    /// <param name="asked">What it is to be read as.</param>
    /// <param name="chosen">For each of our headings the column that was chosen, −1 for none; nothing for what we propose.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<ColumnsView?> RunAsync(Guid id, int index, string? asked, Func<MapField, int>? chosen, CancellationToken cancel)
    {
        if (await db.Imports.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && (row.Status == ImportStatus.Ready || row.Status == ImportStatus.Failed), cancel) is not { } import) return null;
        var plan = ImportPlan.Of(import);
        var parts = plan.Parts;
        if (index < 0 || index >= parts.Count || parts[index] is not { Headings.Count: > 0 } part || !files.Exists(shop.Id, part.File)) return null;
        await using var file = files.Open(shop.Id, part.File);
        var rows = FindHeadings.Sample(file, TextEncoding.Of(part.CodePage), part.Shape.Separator, part.Shape.HeadingRow + Tried).Skip(part.Shape.HeadingRow).ToList();
        var isSku = await KnownSkusAsync(rows, cancel);
        var target = RecognizeFormat.Mappable.FirstOrDefault(format => format.Key == (asked ?? part.Format)) ?? MostLikely(part, rows, isSku);
        var columns = chosen is not null ? [.. target.Fields.Select(field => chosen(field) is >= 0 and var column && column < part.Headings.Count ? column : -1)]
            : part.Format == target.Key ? Present(target, part)
            : GuessColumns.Run(target.Fields, part.Headings, rows, isSku);
        return new ColumnsView(import.FileName, part, target, columns, rows) { Effect = Try(target, part, plan.ChoiceOf(index), columns, rows, cancel) };
    }

    /// <summary>What the table seems to hold: what needs nothing that it lacks, and finds most of its columns.</summary>
    private static IMappable MostLikely(ImportPart part, List<string[]> rows, Predicate<string> isSku) => RecognizeFormat.Mappable
        .Select(target => (Target: target, Columns: GuessColumns.Run(target.Fields, part.Headings, rows, isSku)))
        .Select(guess => (guess.Target, Lacks: guess.Target.LackedBy(Found(guess.Target, guess.Columns)).Count(group => !IsAnyText(group)), Finds: guess.Columns.Count(column => column >= 0)))
        .OrderBy(guess => guess.Lacks).ThenByDescending(guess => guess.Finds).First().Target;

    // What was sold is text like any other, called whatever: that no column was found for it says little.
    private static bool IsAnyText(IReadOnlyList<MapField> group) => group.Count > 1 && group.Any(field => field.Content == CellContent.Text);

    private static HashSet<MapField> Found(IMappable target, int[] columns) => [.. target.Fields.Zip(columns).Where(pair => pair.Second >= 0).Select(pair => pair.First)];

    private static int[] Present(IMappable target, ImportPart part)
    {
        var headings = new Headings(part.Headings, part.Mapping);
        return [.. target.Fields.Select(field => headings.Find([field.Heading, .. field.Synonyms]))];
    }

    private async Task<Predicate<string>> KnownSkusAsync(List<string[]> rows, CancellationToken cancel)
    {
        var keys = rows.Take(SkusLookedFor).SelectMany(row => row).Where(cell => cell.Trim().Length is > 0 and <= CellCheck.LongestSku).Select(cell => Variant.KeyOf(cell.Trim())).Distinct().ToList();
        var known = (await db.VariantsAndMaterials.Where(variant => keys.Contains(variant.SkuKey)).Select(variant => variant.SkuKey).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        return text => known.Contains(Variant.KeyOf(text));
    }

    private ColumnEffect? Try(IMappable target, ImportPart part, PartChoice said, int[] columns, List<string[]> rows, CancellationToken cancel)
    {
        var mapping = ColumnsView.MappingOf(target, part, columns);
        var table = new MemoryStream(Encoding.UTF8.GetBytes(string.Concat(rows.Prepend([.. part.Headings]).Select(CsvText.Line))));
        using var survey = CsvRows.Open(new MemoryStream(table.ToArray()), Encoding.UTF8, TableShape.Plain, mapping).Value;
        if (survey is null || target.Match(survey.Headings).Confidence == 0) return null;
        var habits = SurveyFile.Run(survey, target.DateColumns(survey.Headings), target.AmountColumns(survey.Headings), shop.Facts, part.IsSheet, _ => { }, cancel);
        if (!habits.Succeeded) return null;
        using var read = CsvRows.Open(table, Encoding.UTF8, TableShape.Plain, mapping).Value!;
        var draft = new ImportDraft();
        var take = target.Open(read.Headings, said.Over(habits.Value).HeardAt(shop.Facts.Zone, time), shop.Facts, draft);
        List<(int Row, string[] Cells)> seen = [];
        while (read.Read())
        {
            if (seen.Count < Shown) seen.Add((read.Number, read.Cells()));
            take(read);
        }

        draft.Complete();
        var wrong = draft.Rejections.DistinctBy(row => row.Row).ToDictionary(row => row.Row);
        return new ColumnEffect(habits.Value.Rows, habits.Value.Rows - wrong.Count, [.. seen.Select(row => new ColumnRow(row.Cells, wrong.TryGetValue(row.Row, out var rejection) ? rejection.Reason : null, rejection.Column))]);
    }
}

/// <summary>What a table would be if its columns meant this.</summary>
/// <param name="FileName">What the upload is called.</param>
/// <param name="Part">The table.</param>
/// <param name="Target">What it is to be read as.</param>
/// <param name="Columns">For each field of that the column, −1 for none.</param>
/// <param name="Rows">The first rows.</param>
internal sealed record ColumnsView(string FileName, ImportPart Part, IMappable Target, int[] Columns, IReadOnlyList<string[]> Rows)
{
    /// <summary>What becomes of the first rows; nothing while a column that is needed is missing.</summary>
    public ColumnEffect? Effect { get; init; }

    /// <summary>What must still be said before anything can be read, in the words of the fields.</summary>
    public IReadOnlyList<string> Lacks =>
        [.. Target.LackedBy([.. Target.Fields.Zip(Columns).Where(pair => pair.Second >= 0).Select(pair => pair.First)]).Select(group => string.Join(", or ", group.Select(one => ImportWords.Lowered(one.Words))))];

    /// <summary>The mapping to keep.</summary>
    public IReadOnlyDictionary<string, string> Mapping => MappingOf(Target, Part, Columns);

    /// <summary>The first thing that stands in a column.</summary>
    public string? ExampleOf(int column) => Rows.Select(row => column < row.Length ? row[column].Trim() : "").FirstOrDefault(cell => cell.Length > 0);

    /// <summary>The columns that were chosen, or proposed.</summary>
    public IReadOnlyList<MappedColumn> Mapped =>
        [.. Target.Fields.Zip(Columns).Where(pair => pair.Second >= 0).Select(pair => new MappedColumn(pair.First.Words, pair.Second, Part.Headings[pair.Second]))];

    /// <summary>For each of our headings the one of the table, an empty text where none is to stand for it.</summary>
    public static IReadOnlyDictionary<string, string> MappingOf(IMappable target, ImportPart part, int[] columns) =>
        target.Fields.Zip(columns).ToDictionary(pair => pair.First.Heading, pair => pair.Second < 0 ? "" : part.Headings[pair.Second]);
}
