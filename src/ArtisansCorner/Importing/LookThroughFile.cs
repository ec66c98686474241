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
        foreach (var other in others.Where(other => !other.IsOfRounds)) read.Refused ??= await other.RefuseAsync(read.Draft, cancel);
        await CountRoundAsync(read, cancel);
        foreach (var round in read.Rounds.Skip(1))
        {
            turn.Within(round, read.Rows);
            await readParts.RoundAsync(read, round, count => turn.TickAsync(count, read.Rows, cancel), cancel);
            await presence.FindRoundAsync(read.Draft, turn.ImportId, cancel);
            await CountRoundAsync(read, cancel);
        }

        turn.Within(Round.Only, 0);
        return outcome;

        async Task WholeAsync(FileRead read)
        {
            await presence.FindOrdersAsync(read.Draft, turn.ImportId, cancel);
            Count(read);
        }
    }

    /// <summary>What a file of one round holds stays, for it need not be read once more to be written.</summary>
    private async Task CountRoundAsync(FileRead read, CancellationToken cancel)
    {
        foreach (var other in others.Where(other => other.IsOfRounds)) read.Refused ??= await other.RefuseAsync(read.Draft, cancel);
        Count(read);
        read.Others.AddRound(read.Draft, others);
        foreach (var day in read.Draft.Facts.Select(fact => fact.OnDay).OfType<DateOnly>()) read.Counts.Hear(day);
        if (read.Rounds.Count > 1) read.Draft.ForgetRound();
    }

    private static void Count(FileRead read)
    {
        read.Counts.Add(read.Draft);
        read.Draft.Forget();
    }
}
