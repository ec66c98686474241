namespace ArtisansCorner.Importing.Draft;

/// <summary>The codes that things of a file have, as they are compared: each is one thing, in whichever round it comes.</summary>
internal sealed class DraftCodes
{
    private readonly HashSet<string> held = new(StringComparer.Ordinal);
    private FirstRounds? rounds;

    /// <summary>Takes a code for a thing of this round; false when another has it.</summary>
    public bool Add(string key, Round round) => held.Add(key) && (round.Of == 1 || (rounds ??= new FirstRounds()).IsOf(key, round));

    /// <summary>Whether a thing of the file has this code.</summary>
    public bool Has(string key) => held.Contains(key) || rounds?.Has(key) == true;

    /// <summary>Ends a round.</summary>
    public void ForgetRound() => held.Clear();
}
