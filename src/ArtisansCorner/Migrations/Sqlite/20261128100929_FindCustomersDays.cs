using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ArtisansCorner.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FindCustomersDays : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_CustomerDays_CustomerId",
                table: "CustomerDays");

            migrationBuilder.CreateIndex(
                name: "IX_CustomerDays_ShopId_CustomerId",
                table: "CustomerDays",
                columns: new[] { "ShopId", "CustomerId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_CustomerDays_ShopId_CustomerId",
                table: "CustomerDays");

            migrationBuilder.CreateIndex(
                name: "IX_CustomerDays_CustomerId",
                table: "CustomerDays",
                column: "CustomerId");
        }
    }
}
