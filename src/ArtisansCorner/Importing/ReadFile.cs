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
    public async Task<Outcome<FileRead>> RunAsync(ImportTurn turn, ImportPlan asked, CancellationToken cancel)
    {
        await using var file = files.Open(shop.Id, turn.ImportId);
        var encoding = TextEncoding.Find(file);
        if (!encoding.Succeeded) return encoding.Problems[0];

        var opened = Open(file, encoding.Value, asked);
        if (!opened.Succeeded) return opened.Problems[0];
        Recognized format;
        FileHabits habits;
        using (var rows = opened.Value)
        {
            var recognized = RecognizeFormat.Run(rows.Headings, asked.AskedFormat);
            if (!recognized.Succeeded) return recognized.Problems[0];
            format = recognized.Value;
            var survey = SurveyFile.Run(
                rows, format.Format.DateColumns(rows.Headings), format.Format.AmountColumns(rows.Headings), shop.Facts.Country, cancel);
            if (!survey.Succeeded) return survey.Problems[0];
            habits = survey.Value;
        }

        await using var again = files.Open(shop.Id, turn.ImportId);
        using var reread = Open(again, encoding.Value, asked).Value!;
        var draft = new ImportDraft();
        var read = format.Format.Open(reread.Headings, habits, shop.Facts, draft);
        for (var count = 0; reread.Read();)
        {
            read(reread);
            if (++count % Step == 0) await turn.TickAsync(count, habits.Rows, cancel);
        }

        await turn.TickAsync(habits.Rows, habits.Rows, cancel);
        draft.Complete();
        return new FileRead(draft, format, habits, encoding.Value);
    }

    private static Outcome<CsvRows> Open(Stream file, System.Text.Encoding encoding, ImportPlan asked) => CsvRows.Open(file, encoding, asked.Mapping);
}

/// <summary>What a file says, and how it was understood.</summary>
/// <param name="Draft">Its sales and refunds, and the rows that do not go in.</param>
/// <param name="Format">What it was recognized as.</param>
/// <param name="Habits">How it writes dates and amounts.</param>
/// <param name="Encoding">How its text is written.</param>
internal sealed record FileRead(ImportDraft Draft, Recognized Format, FileHabits Habits, System.Text.Encoding Encoding);
