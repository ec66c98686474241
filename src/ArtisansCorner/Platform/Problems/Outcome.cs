using System.Diagnostics.CodeAnalysis;

namespace ArtisansCorner.Platform.Problems;

/// <summary>Either what a verb made or the problems that kept it from making it.</summary>
/// <typeparam name="T">What it makes.</typeparam>
public readonly struct Outcome<T>
{
    private Outcome(T? value, IReadOnlyList<Problem> problems) => (Value, Problems) = (value, problems);

    /// <summary>What was made, when it succeeded.</summary>
    public T? Value { get; }

    /// <summary>Why it was refused; empty when it succeeded.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>Whether it succeeded.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool Succeeded => Problems.Count == 0;

    /// <summary>Success with this value.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, []);

    /// <summary>A refusal for one reason.</summary>
    public static implicit operator Outcome<T>(Problem problem) => new(default, [problem]);

    /// <summary>A refusal for several reasons.</summary>
    public static implicit operator Outcome<T>(List<Problem> problems) => new(default, problems);
}
