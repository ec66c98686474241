namespace ArtisansCorner.Expenses;

/// <summary>What makers spend money on; any other words will do too.</summary>
public static class ExpenseCategories
{
    /// <summary>What is offered, in the order in which most need it.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "Packaging", "Postage", "Fairs and stalls", "Studio rent", "Power, heat and water", "Tools and equipment", "Repairs", "Small supplies", "Advertising", "Website and software",
        "Phone and internet", "Travel", "Insurance", "Bank and payment fees", "Accountant and advice", "Courses and books", "Office", "Help and wages", Other,
    ];

    /// <summary>What stands where nobody said.</summary>
    public const string Other = "Other";

    /// <summary>The category as it is written in our list, where it is one of it; else as it was given.</summary>
    public static string Written(string given) => All.FirstOrDefault(one => Expense.KeyOf(one) == Expense.KeyOf(given)) ?? given.Trim();
}
