using System.Text.Json;
using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Expenses;

/// <summary>One change of an expense: what it was and what it became, who changed it and through what.</summary>
public sealed class ExpenseChange : IBelongsToShop
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>The expense.</summary>
    public required Guid ExpenseId { get; init; }

    /// <summary>What it was, as text; see <see cref="Read"/>.</summary>
    public required string Before { get; init; }

    /// <summary>What it became.</summary>
    public required string After { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who.</summary>
    public Guid? By { get; init; }

    /// <summary>Through what.</summary>
    public required Through Through { get; init; }

    /// <summary>An expense as text; two that say the same are the same text.</summary>
    public static string TextOf(Expense expense) => JsonSerializer.Serialize(NewExpense.Of(expense));

    /// <summary>The expense that a text says.</summary>
    public static NewExpense Read(string text) => JsonSerializer.Deserialize<NewExpense>(text)!;
}
