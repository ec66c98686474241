namespace ArtisansCorner.Importing.Draft;

/// <summary>What a draft holds beside sales and refunds, kind by kind, each number of a kind and channel once.</summary>
internal sealed class DraftFacts
{
    private readonly Dictionary<Type, List<DraftFact>> facts = [];
    private readonly HashSet<(Type Kind, int Channel, string Number)> numbers = [];
    private FirstRounds? roundsOfRows;

    /// <summary>All of them.</summary>
    public IEnumerable<DraftFact> All => facts.Values.SelectMany(some => some);

    /// <summary>Those of one kind, in the order of the file.</summary>
    public IReadOnlyList<T> Of<T>()
        where T : DraftFact => facts.TryGetValue(typeof(T), out var some) ? [.. some.Cast<T>()] : [];

    /// <summary>Adds one that is read in this round; false, and nothing is added, when there is one of this kind and number already.</summary>
    public bool Add(DraftFact fact, Round round)
    {
        // Twice under two keys, a row of one number may come in two rounds.
        if (!numbers.Add((fact.GetType(), fact.Channel, fact.Number)) || (round.Of > 1 && fact is DraftRow && !(roundsOfRows ??= new FirstRounds()).IsOf($"{fact.Channel} {fact.Number}", round))) return false;
        if (!facts.TryGetValue(fact.GetType(), out var some)) facts.Add(fact.GetType(), some = []);
        some.Add(fact);
        return true;
    }

    /// <summary>Takes some out again, and tells their rows.</summary>
    public IReadOnlyList<int> Remove<T>(Predicate<T> which)
        where T : DraftFact
    {
        if (!facts.TryGetValue(typeof(T), out var some)) return [];
        var gone = some.Where(fact => which((T)fact)).ToList();
        if (gone.Count > 0) some.RemoveAll(gone.ToHashSet().Contains);
        return gone.ConvertAll(fact => fact.Row);
    }

    /// <summary>Forgets those that are held for one of these rounds.</summary>
    public void ForgetRound(InRounds rounds)
    {
        foreach (var kind in facts.Where(kind => kind.Value is [var first, ..] && first.Rounds == rounds).Select(kind => kind.Key).ToList()) facts.Remove(kind);
    }

    /// <summary>Ends the adding: numbers are only for that, and a large file's are large.</summary>
    public void Complete()
    {
        numbers.Clear();
        numbers.TrimExcess();
    }
}
