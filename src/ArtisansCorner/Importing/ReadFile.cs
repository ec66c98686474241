using System.Text;
using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Platform.Files;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Importing;

/// <summary>Reads the file of an import from beginning to end into a draft; the same file always gives the same draft.</summary>
internal sealed class ReadFile(FileStore files, CurrentShop shop)
{
    private const int Step = 4096;

    /// <summary>The draft, or why the file cannot be read.</summary>
    public async Task<Outcome<FileRead>> RunAsync(ImportTurn turn, ImportPlan plan, CancellationToken cancel)
    {
        var survey = Survey(turn.ImportId, plan, cancel);
        if (!survey.Succeeded) return survey.Problems[0];
        var (encoding, habits) = survey.Value;

        await using var file = files.Open(shop.Id, turn.ImportId);
        using var rows = CsvRows.Open(file, encoding, plan.Mapping).Value!;
        var format = RecognizeFormat.Run(rows.Headings, plan.AskedFormat).Value!;
        var draft = new ImportDraft();
        var read = format.Format.Open(rows.Headings, habits, shop.Facts, draft);
        for (var count = 0; rows.Read();)
        {
            read(rows);
            if (++count % Step == 0) await turn.TickAsync(count, habits.Rows, cancel);
        }

        await turn.TickAsync(habits.Rows, habits.Rows, cancel);
        draft.Complete();
        return new FileRead(draft, format, habits, encoding);
    }

    /// <summary>How the file is to be read: as before when it was read before.</summary>
    private Outcome<(Encoding Encoding, FileHabits Habits)> Survey(Guid importId, ImportPlan plan, CancellationToken cancel)
    {
        if (plan.ReadAs is { } known) return (TextEncoding.Of(known.CodePage), known.Habits);
        using var file = files.Open(shop.Id, importId);
        var encoding = TextEncoding.Find(file);
        if (!encoding.Succeeded) return encoding.Problems[0];
        var opened = CsvRows.Open(file, encoding.Value, plan.Mapping);
        if (!opened.Succeeded) return opened.Problems[0];
        using var rows = opened.Value;
        var recognized = RecognizeFormat.Run(rows.Headings, plan.AskedFormat);
        if (!recognized.Succeeded) return recognized.Problems[0];
        var format = recognized.Value.Format;
        var habits = SurveyFile.Run(rows, format.DateColumns(rows.Headings), format.AmountColumns(rows.Headings), shop.Facts.Country, cancel);
        return habits.Succeeded ? (encoding.Value, habits.Value) : habits.Problems[0];
    }
}

/// <summary>What a file says, and how it was understood.</summary>
/// <param name="Draft">Its sales and refunds, and the rows that do not go in.</param>
/// <param name="Format">What it was recognized as.</param>
/// <param name="Habits">How it writes dates and amounts.</param>
/// <param name="Encoding">How its text is written.</param>
internal sealed record FileRead(ImportDraft Draft, Recognized Format, FileHabits Habits, Encoding Encoding);
