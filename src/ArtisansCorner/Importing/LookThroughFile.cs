using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Facts;
using ArtisansCorner.Platform.Problems;

namespace ArtisansCorner.Importing;

/// <summary>Reads the file of an import and finds what of it is here; what passes by is counted and forgotten while it reads on.</summary>
internal sealed class LookThroughFile(ReadFile readFile, ReadParts readParts, FindPresence presence, IEnumerable<IBringFacts> others)
{
    /// <summary>What it says, or why it cannot be read.</summary>
    public async Task<Outcome<FileRead>> RunAsync(ImportTurn turn, Import import, CancellationToken cancel)
    {
        var outcome = await readFile.RunAsync(turn, import, WholeAsync, cancel);
        if (!outcome.Succeeded || outcome.Value is { Problem: not null } or { IsUndecided: true }) return outcome;
        var read = outcome.Value;
        await presence.FindRestAsync(read.Draft, turn.ImportId, cancel);
        CountRound(read);
        for (var at = 1; at < read.Rounds; at++)
        {
            turn.Within(new Round(at, read.Rounds));
            await readParts.RoundAsync(read, new Round(at, read.Rounds), count => turn.TickAsync(count, read.Rows, cancel), cancel);
            await presence.FindRoundAsync(read.Draft, turn.ImportId, cancel);
            CountRound(read);
        }

        turn.Within(Round.Only);
        return outcome;

        async Task WholeAsync(FileRead read)
        {
            await presence.FindOrdersAsync(read.Draft, turn.ImportId, cancel);
            Count(read);
        }
    }

    /// <summary>What a file of one round holds stays, for it need not be read once more to be written.</summary>
    private void CountRound(FileRead read)
    {
        Count(read);
        read.Others.AddRound(read.Draft, others);
        foreach (var day in read.Draft.Facts.Select(fact => fact.OnDay).OfType<DateOnly>()) read.Counts.Hear(day);
        if (read.Rounds > 1) read.Draft.ForgetRound();
    }

    private static void Count(FileRead read)
    {
        read.Counts.Add(read.Draft);
        read.Draft.Forget();
    }
}
