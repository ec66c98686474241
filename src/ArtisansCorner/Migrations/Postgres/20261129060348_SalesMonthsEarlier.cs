using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ArtisansCorner.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SalesMonthsEarlier : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "Earlier",
                table: "SalesMonths",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Earlier",
                table: "SalesMonths");
        }
    }
}
